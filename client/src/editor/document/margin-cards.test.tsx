import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { useKeptFocus } from '../../shell/kept-focus.ts';
import { besideCaret, MarginCards, placeCards } from './margin-cards.tsx';

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
  it('the one looked at stands beside its text in a crowd too: those that have no room above it leave', () => {
    const crowd = Array.from({ length: 40 }, (_, index) => index * 30);
    const tops = placeCards(cards(...crowd), 39);
    expect(tops.slice(-2)).toEqual([39 * 30 - 60, 39 * 30]);
    expect(tops[0]).toBeLessThan(0);
  });
});

describe('the card to go to from the text', () => {
  const items = [null, 4, 9].map((pos, index) => ({ key: `${index}`, pos, label: '', card: null }));
  it.each([
    [0, 1, '1'],
    [4, 1, '1'],
    [5, 1, '2'],
    [10, 1, '0'],
    [10, -1, '2'],
    [9, -1, '1'],
    [4, -1, '2'],
  ] as const)('at %i, by %i', (caret, by, key) => {
    expect(besideCaret(items, caret, by)?.key).toBe(key);
  });
});

/** A margin whose cards go away once decided, in a page as the shell keeps it. */
function Margin() {
  useKeptFocus('contenu');
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
  return (
    <main id="contenu">
      <h1>CCAP</h1>
      <aside aria-label="Commentaires et suggestions">
        <MarginCards editor={null} items={items} active={active} onActive={setActive} revision={0} />
      </aside>
    </main>
  );
}

it('goes on to the next card when one is decided with the keyboard, to the last at the end, then to the margin itself', async () => {
  render(<Margin />);
  const accept = (key: string) => screen.getByRole('button', { name: `Accepter ${key}` });
  for (const [decided, next] of [
    ['deux', 'trois'],
    ['trois', 'un'],
  ] as const) {
    accept(decided).focus();
    fireEvent.click(accept(decided));
    await waitFor(() => expect(document.activeElement).toBe(accept(next)));
  }
  fireEvent.click(accept('un'));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('complementary', { name: 'Commentaires et suggestions' })));
});
