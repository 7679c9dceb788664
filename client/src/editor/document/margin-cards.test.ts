import { describe, expect, it } from 'vitest';
import { placeCards } from './margin-cards.tsx';

const cards = (...tops: number[]) => tops.map((top) => ({ top, height: 50 }));

describe('where cards stand', () => {
  it('beside their text while there is room, pushed down where there is none', () => {
    expect(placeCards(cards(0, 100, 110, 400), -1)).toEqual([0, 100, 160, 400]);
  });
  it('the one looked at beside its text exactly, and the others make room', () => {
    expect(placeCards(cards(100, 110, 120), 2)).toEqual([0, 60, 120]);
    expect(placeCards(cards(100, 110, 120), 1)).toEqual([50, 110, 170]);
  });
  it('none leaves the page at the top', () => {
    expect(placeCards(cards(10, 20), 1)).toEqual([0, 60]);
  });
});
