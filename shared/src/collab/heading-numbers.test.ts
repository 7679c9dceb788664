import { describe, expect, it } from 'vitest';
import type { HeadingLevel } from './document-schema.ts';
import { headingNumbers } from './heading-numbers.ts';

const numbers = (...headings: (HeadingLevel | 'free')[]) =>
  headingNumbers(headings.map((level) => (level === 'free' ? { level: 1, numbered: false } : { level, numbered: true })));

describe('the numbers of headings', () => {
  it('writes articles, their parts and letters', () => {
    expect(numbers(1, 2, 2, 3, 3, 2, 1, 2)).toEqual(['Article 1', '1.1', '1.2', 'a)', 'b)', '1.3', 'Article 2', '2.1']);
  });
  it('leaves out what bears no number without losing count', () => {
    expect(numbers('free', 1, 'free', 1)).toEqual(['', 'Article 1', '', 'Article 2']);
  });
  it('counts letters again under each article, and goes on after z', () => {
    expect(numbers(1, 3, 1, 3)).toEqual(['Article 1', 'a)', 'Article 2', 'a)']);
    expect(numbers(1, ...Array<HeadingLevel>(28).fill(3)).slice(-3)).toEqual(['z)', 'aa)', 'ab)']);
  });
  it('numbers parts that stand in no article', () => {
    expect(numbers(2, 2, 3)).toEqual(['1', '2', 'a)']);
  });
});
