import { headingNumbers } from '@beffroi/shared/collab/heading-numbers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberHeadings } from './heading-numbering.ts';

type Heading = { level: 1 | 2 | 3; numbered: boolean };

const letters = (rank: number): string =>
  (rank > 26 ? letters(Math.floor((rank - 1) / 26)) : '') + String.fromCharCode(97 + ((rank - 1) % 26));

/** What Word shows: a count a level and a list, a level starting again under each one above it. */
const asWordCounts = (headings: Heading[]): string[] => {
  const { places, lists } = numberHeadings(
    headingNumbers(headings).map((number, index) => ({ number, level: (headings[index] as Heading).level })),
  );
  const counts = new Map<string, [number, number, number]>();
  return places.map((place) => {
    if (!place) return '';
    const count = counts.get(place.reference) ?? [0, 0, 0];
    counts.set(place.reference, count);
    count[place.level] = (count[place.level] ?? 0) + 1;
    count.fill(0, place.level + 1);
    const text = lists.find(({ reference }) => reference === place.reference)?.levels[place.level]?.text ?? '';
    return text.replace('%1', `${count[0]}`).replace('%2', `${count[1]}`).replace('%3', letters(count[2])).replace(' –', '');
  });
};

describe('the numbers of headings in Word', () => {
  it('come out the same as ours, whatever headings there are', () => {
    const heading = fc.record({ level: fc.constantFrom(1 as const, 2 as const, 3 as const), numbered: fc.boolean() });
    fc.assert(
      fc.property(fc.array(heading, { maxLength: 30 }), (headings) => {
        expect(asWordCounts(headings)).toEqual(headingNumbers(headings));
      }),
    );
  });
  it('are borne by one list where nothing interrupts them', () => {
    const { lists, places } = numberHeadings([
      { level: 1, number: 'Article 1' },
      { level: 2, number: '1.1' },
      { level: 3, number: 'a)' },
    ]);
    expect(lists).toHaveLength(1);
    expect(places.map((place) => place?.level)).toEqual([0, 1, 2]);
  });
});
