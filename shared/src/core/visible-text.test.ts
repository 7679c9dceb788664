import { describe, expect, it } from 'vitest';
import { keepsToItsLine, showsSomething } from './visible-text.ts';

describe('showsSomething', () => {
  it.each(['a', 'é', '42', '?', '_', '😀', '👩‍⚖️', 'علي', '\u200ba'])('sees « %s »', (text) => expect(showsSomething(text)).toBe(true));
  it.each([
    ['no-break spaces', '\u00a0\u202f'],
    ['zero-width spaces', '\u200b\u200b'],
    ['fillers', '\u3164\u2800'],
    ['direction', '\u202e'],
    ['a lone surrogate', '\ud800'],
    ['an accent alone', '\u0301'],
  ])('sees nothing of %s', (_case, text) => expect(showsSomething(text)).toBe(false));
});

describe('keepsToItsLine', () => {
  it.each(['Révision de prix : quel indice ?', '👩‍⚖️ un avis', 'soft\u00adhyphen'])('takes « %s »', (text) =>
    expect(keepsToItsLine(text)).toBe(true),
  );
  it.each([
    ['a line break', 'a\nb'],
    ['NUL', 'a\u0000'],
    ['a line separator', 'a\u2028b'],
    ['a turned direction', '\u202eabc'],
    ['a lone surrogate', 'a\ud800'],
  ])('refuses %s', (_case, text) => expect(keepsToItsLine(text)).toBe(false));
});
