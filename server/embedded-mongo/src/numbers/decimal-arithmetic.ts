import {
  DECIMAL_NAN,
  type Decimal,
  decimalFromDouble,
  decimalToDouble,
  digitsOf,
  dropDigits,
  finite,
  infinity,
  isZero,
  type Rounding,
  rounded,
  signed,
  signedCoefficient,
} from './decimal.ts';

const PRECISION = 34;
/** Numbers further apart than this do not change each other's 34 digits but for a last rounding. */
const FAR = 80;

export function add(a: Decimal, b: Decimal): Decimal {
  if (a.kind !== 'finite' || b.kind !== 'finite') return addSpecial(a, b);
  const [low, high] = a.exponent <= b.exponent ? [a, b] : [b, a];
  if (high.coefficient === 0n && low.coefficient !== 0n) return rounded(low);
  const distance = high.exponent - low.exponent;
  if (distance > FAR && high.coefficient !== 0n) return addFar(low, high);
  const sum = signedCoefficient(high) * 10n ** BigInt(Math.min(distance, FAR)) + signedCoefficient(low);
  const negative = sum === 0n ? a.negative && b.negative : sum < 0n;
  return rounded(finite(negative, sum < 0n ? -sum : sum, low.exponent));
}

/** The smaller number is so small that only its sign can matter to the rounding. */
function addFar(low: Decimal, high: Decimal): Decimal {
  const scale = FAR - digitsOf(high.coefficient);
  const sticky = low.coefficient === 0n ? 0n : low.negative ? -1n : 1n;
  const sum = signedCoefficient(high) * 10n ** BigInt(scale) + sticky;
  return rounded(signed(sum, high.exponent - scale));
}

function addSpecial(a: Decimal, b: Decimal): Decimal {
  if (a.kind === 'nan' || b.kind === 'nan') return DECIMAL_NAN;
  if (a.kind === 'infinite' && b.kind === 'infinite') return a.negative === b.negative ? a : DECIMAL_NAN;
  return a.kind === 'infinite' ? a : b;
}

export function negate(value: Decimal): Decimal {
  return { ...value, negative: !value.negative };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  const negative = a.negative !== b.negative;
  if (a.kind === 'nan' || b.kind === 'nan') return DECIMAL_NAN;
  if (a.kind === 'infinite' || b.kind === 'infinite') return isZero(a) || isZero(b) ? DECIMAL_NAN : infinity(negative);
  return rounded(finite(negative, a.coefficient * b.coefficient, a.exponent + b.exponent));
}

/** Divides to 34 digits; an exact quotient keeps no more digits than it needs. */
export function divide(a: Decimal, b: Decimal): Decimal {
  const negative = a.negative !== b.negative;
  if (a.kind === 'nan' || b.kind === 'nan' || (a.kind === 'infinite' && b.kind === 'infinite')) return DECIMAL_NAN;
  if (a.kind === 'infinite') return infinity(negative);
  if (b.kind === 'infinite') return rounded(finite(negative, 0n, -Infinity));
  if (isZero(b)) return isZero(a) ? DECIMAL_NAN : infinity(negative);
  const wanted = a.exponent - b.exponent;
  if (isZero(a)) return rounded(finite(negative, 0n, wanted));
  const shift = Math.max(0, PRECISION + 2 + digitsOf(b.coefficient) - digitsOf(a.coefficient));
  const numerator = a.coefficient * 10n ** BigInt(shift);
  let coefficient = numerator / b.coefficient;
  let exponent = wanted - shift;
  // A remainder only has to break ties: one more digit that is not zero says that there is one.
  if (numerator % b.coefficient !== 0n) return rounded(finite(negative, coefficient * 10n + 1n, exponent - 1));
  while (exponent < wanted && coefficient % 10n === 0n) {
    coefficient /= 10n;
    exponent++;
  }
  return rounded(finite(negative, coefficient, exponent));
}

/** The remainder of a division truncated towards zero, with the sign of the dividend. */
export function modulo(a: Decimal, b: Decimal): Decimal {
  if (a.kind !== 'finite' || b.kind === 'nan' || isZero(b)) return DECIMAL_NAN;
  if (b.kind === 'infinite') return a;
  const exponent = Math.min(a.exponent, b.exponent);
  const divisor = b.coefficient * 10n ** BigInt(b.exponent - exponent);
  const scale = a.exponent - exponent;
  const dividend = (a.coefficient % divisor) * powerModulo(BigInt(scale), divisor);
  return rounded(finite(a.negative, dividend % divisor, exponent));
}

/** `10^power mod divisor` without ever holding the power. */
function powerModulo(power: bigint, divisor: bigint): bigint {
  let result = 1n % divisor;
  let base = 10n % divisor;
  for (let rest = power; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * base) % divisor;
    base = (base * base) % divisor;
  }
  return result;
}

/** Gives a decimal another exponent; not a number when that needs more than 34 digits. */
export function quantize(value: Decimal, exponent: number, rounding: Rounding): Decimal {
  if (value.kind !== 'finite') return value.kind === 'nan' ? DECIMAL_NAN : value;
  const shift = value.exponent - exponent;
  if (value.coefficient !== 0n && shift > PRECISION) return DECIMAL_NAN;
  const coefficient =
    shift >= 0
      ? value.coefficient * 10n ** BigInt(Math.min(shift, PRECISION))
      : dropDigits(value.coefficient, Math.min(-shift, PRECISION + 1), rounding, value.negative);
  return digitsOf(coefficient) > PRECISION ? DECIMAL_NAN : finite(value.negative, coefficient, exponent);
}

/** The square root to 34 digits; an exact one keeps half the decimals. */
export function squareRoot(value: Decimal): Decimal {
  if (value.kind === 'nan' || (value.negative && !isZero(value))) return DECIMAL_NAN;
  if (value.kind === 'infinite') return value;
  const wanted = Math.floor(value.exponent / 2);
  if (isZero(value)) return finite(value.negative, 0n, wanted);
  const shift = 2 * PRECISION + 4 + (value.exponent % 2 === 0 ? 0 : 1);
  const radicand = value.coefficient * 10n ** BigInt(shift);
  let coefficient = integerRoot(radicand);
  let exponent = (value.exponent - shift) / 2;
  if (coefficient * coefficient !== radicand) return rounded(finite(false, coefficient * 10n + 1n, exponent - 1));
  while (exponent < wanted && coefficient % 10n === 0n) {
    coefficient /= 10n;
    exponent++;
  }
  return rounded(finite(false, coefficient, exponent));
}

function integerRoot(value: bigint): bigint {
  let guess = 10n ** BigInt(Math.ceil(digitsOf(value) / 2));
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** `base^exponent`, exact to 34 digits for whole exponents, with the precision of a double otherwise. */
export function power(base: Decimal, exponent: Decimal): Decimal {
  const whole = exponent.kind === 'finite' && exponent.exponent >= 0 && exponent.coefficient < 10_000n && exponent.exponent === 0;
  if (!whole || base.kind !== 'finite') return decimalFromDouble(decimalToDouble(base) ** decimalToDouble(exponent));
  let result = finite(false, 1n, 0);
  for (let count = exponent.coefficient; count > 0n; count--) result = multiply(result, base);
  return exponent.negative ? divide(finite(false, 1n, 0), result) : result;
}
