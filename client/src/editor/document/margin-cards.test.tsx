import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { MarginCards, placeCards } from './margin-cards.tsx';

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

/** A margin whose cards go away once decided. */
function Margin() {
  const [left, setLeft] = useState(['un', 'deux', 'trois']);
  const [active, setActive] = useState<string | null>(null);
  const decide = (key: string) => setLeft(left.filter((each) => each !== key));
  const items = left.map((key) => ({
    key,
    pos: 0,
    label: key,
    card: (
      <button type="button" onClick={() => decide(key)}>
        Accepter {key}
      </button>
    ),
  }));
  return <MarginCards editor={null} items={items} active={active} onActive={setActive} revision={0} />;
}

it('goes on to the next card when one is decided with the keyboard, to the last at the end', () => {
  render(<Margin />);
  for (const [decided, next] of [
    ['deux', 'trois'],
    ['trois', 'un'],
  ]) {
    const button = screen.getByRole('button', { name: `Accepter ${decided}` });
    button.focus();
    fireEvent.click(button);
    expect(document.activeElement).toBe(screen.getByRole('article', { name: next as string }));
  }
});
