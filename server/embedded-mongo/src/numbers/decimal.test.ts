import { Decimal128 } from 'bson';
import { expect, test } from 'vitest';
import { type Decimal, decimalFromDouble, decimalOf, decimalToDouble, decimalToInteger, exactDecimal, toDecimal128 } from './decimal.ts';
import { add, divide, modulo, multiply, power, quantize, squareRoot, subtract } from './decimal-arithmetic.ts';

const read = (text: string) => decimalOf(Decimal128.fromString(text));
const text = (value: Decimal) => toDecimal128(value).toString();

const operations = { add, subtract, multiply, divide, modulo, power };

test.each<[keyof typeof operations, string, string, string]>([
  ['add', '0.1', '0.2', '0.3'],
  ['add', '1.10', '2', '3.10'],
  ['add', '9999999999999999999999999999999999', '1', '1.000000000000000000000000000000000E+34'],
  ['add', '1', '1E-40', '1.000000000000000000000000000000000'],
  ['add', '1E+100', '-1', '1.000000000000000000000000000000000E+100'],
  ['add', 'Infinity', '-Infinity', 'NaN'],
  ['add', 'Infinity', '1', 'Infinity'],
  ['add', '1', '-1.00', '0.00'],
  ['subtract', '1.5', '0.5', '1.0'],
  ['subtract', '5', 'NaN', 'NaN'],
  ['multiply', '1.10', '2.0', '2.200'],
  ['multiply', '-3', '0', '-0'],
  ['multiply', 'Infinity', '0', 'NaN'],
  ['multiply', '1E+6000', '1E+6000', 'Infinity'],
  ['divide', '1', '3', '0.3333333333333333333333333333333333'],
  ['divide', '2', '3', '0.6666666666666666666666666666666667'],
  ['divide', '10', '4', '2.5'],
  ['divide', '10', '2', '5'],
  ['divide', '1.00', '2', '0.50'],
  ['divide', '1', '0', 'Infinity'],
  ['divide', '0', '0', 'NaN'],
  ['modulo', '10', '3', '1'],
  ['modulo', '-10.5', '3', '-1.5'],
  ['modulo', '1E+40', '7', '4'],
  ['modulo', '1', '0', 'NaN'],
  ['power', '1.1', '2', '1.21'],
  ['power', '2', '-2', '0.25'],
  ['power', '10', '30', '1000000000000000000000000000000'],
])('%s %s and %s is %s', (operation, a, b, expected) => {
  expect(text(operations[operation](read(a), read(b)))).toBe(expected);
});

test.each([
  ['4', '2'],
  ['2', '1.414213562373095048801688724209698'],
  ['0.25', '0.5'],
  ['1E+3', '31.62277660168379331998893544432719'],
  ['-1', 'NaN'],
  ['0.00', '0.0'],
])('the square root of %s is %s', (value, expected) => {
  expect(text(squareRoot(read(value)))).toBe(expected);
});

test.each([
  ['2.5', 0, 'half-even', '2'],
  ['3.5', 0, 'half-even', '4'],
  ['-2.5', 0, 'half-even', '-2'],
  ['2.9', 0, 'towards-zero', '2'],
  ['-2.1', 0, 'down', '-3'],
  ['-2.9', 0, 'up', '-2'],
  ['1234', 2, 'half-even', '1.2E+3'],
  ['1', -3, 'half-even', '1.000'],
  ['1E+40', 0, 'half-even', 'NaN'],
] as const)('%s with exponent %d, %s, is %s', (value, exponent, rounding, expected) => {
  expect(text(quantize(read(value), exponent, rounding))).toBe(expected);
});

test.each([
  [0.1, '0.100000000000000', '0.1000000000000000055511151231257827'],
  [2.5, '2.50000000000000', '2.5'],
  [1, '1.00000000000000', '1'],
  [123_456_789_012_345_680, '1.23456789012346E+17', '123456789012345680'],
  [10, '10.0000000000000', '10'],
  [0, '0', '0'],
  [-0, '-0', '-0'],
  [2 ** -60, '8.67361737988404E-19', '8.673617379884035472059622406959534E-19'],
  [Number.NaN, 'NaN', 'NaN'],
  [-Infinity, '-Infinity', '-Infinity'],
])('%d becomes %s', (value, fifteen, exact) => {
  expect(text(decimalFromDouble(value))).toBe(fifteen);
  expect(text(exactDecimal(value))).toBe(exact);
});

test('decimals become doubles and integers', () => {
  expect(decimalToDouble(read('1.5E+2'))).toBe(150);
  expect(decimalToDouble(read('-0'))).toBe(-0);
  expect(decimalToInteger(read('2.9'), 'towards-zero')).toBe(2n);
  expect(decimalToInteger(read('-12E+2'), 'towards-zero')).toBe(-1200n);
  expect(decimalToInteger(read('Infinity'), 'towards-zero')).toBeUndefined();
});
