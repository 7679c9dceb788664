import { expect, it } from 'vitest';
import { decodeCsv } from './decode-csv.ts';

const bytes = (...values: number[]) => new Uint8Array(values).buffer;

it('reads UTF-8, with or without its mark', () => {
  expect(decodeCsv(new TextEncoder().encode('rôle').buffer as ArrayBuffer)).toBe('rôle');
  expect(decodeCsv(bytes(0xef, 0xbb, 0xbf, 0x72))).toBe('r');
});

it('reads what Excel writes in France', () => {
  expect(decodeCsv(bytes(0x72, 0xf4, 0x6c, 0x65))).toBe('rôle');
});
