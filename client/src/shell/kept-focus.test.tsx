import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { expect, it } from 'vitest';
import { useKeptFocus } from './kept-focus.ts';

/** A page where one removes rows, beside a notice that goes away by its own button. */
function Page() {
  const [rows, setRows] = useState(['un', 'deux']);
  const [texts, setTexts] = useState(['a', 'b', 'c']);
  const [noticed, setNoticed] = useState(true);
  const [asked, setAsked] = useState(false);
  const [cards, setCards] = useState(['x', 'y']);
  const [drawn, setDrawn] = useState(false);
  useKeptFocus('contenu');
  return (
    <main id="contenu" tabIndex={-1}>
      <div>
        <h1 tabIndex={-1}>Modération</h1>
        {noticed && (
          <p>
            <button type="button" onClick={() => setNoticed(false)}>
              Rétablir
            </button>
          </p>
        )}
        <section aria-label="Signalements">
          {rows.map((row) => (
            <button key={row} type="button" onClick={() => setRows(rows.filter((each) => each !== row))}>
              Retirer {row}
            </button>
          ))}
          <ul>
            {texts.map((text) => (
              <li key={text} data-row>
                <button type="button" onClick={() => setTexts(texts.filter((each) => each !== text))}>
                  Lu : {text}
                </button>
              </li>
            ))}
          </ul>
          {rows.length > 1 && (
            <button type="button" onClick={() => setAsked(true)}>
              Tout retirer…
            </button>
          )}
        </section>
        <button type="button" onClick={() => setDrawn(true)}>
          Tiroir
        </button>
        {drawn &&
          createPortal(
            <div data-portal>
              <section role="dialog" aria-label="Tiroir ouvert">
                <div>
                  {cards.map((card) => (
                    <article key={card} data-row>
                      <button type="button" onClick={() => setCards(cards.filter((each) => each !== card))}>
                        Accepter {card}
                      </button>
                    </article>
                  ))}
                </div>
              </section>
            </div>,
            document.body,
          )}
        {asked &&
          createPortal(
            <div data-portal>
              <button
                type="button"
                onClick={() => {
                  setAsked(false);
                  setRows([]);
                }}
              >
                Confirmer
              </button>
              <button type="button" onClick={() => setAsked(false)}>
                Annuler
              </button>
            </div>,
            document.body,
          )}
      </div>
    </main>
  );
}

/** As from the keyboard: the button has the focus when it is pressed. */
const press = (name: string): void => {
  screen.getByRole('button', { name }).focus();
  fireEvent.click(screen.getByRole('button', { name }));
};

it('goes to the part of the page where what had the focus stood', async () => {
  render(<Page />);
  press('Retirer un');
  const part = screen.getByRole('region', { name: 'Signalements' });
  await waitFor(() => expect(document.activeElement).toBe(part));
  screen.getByRole('button', { name: 'Retirer deux' }).focus();
  expect(part.hasAttribute('tabindex')).toBe(false);
});

it('goes to the row that took the place of the one that went away, to the last one at the end', async () => {
  render(<Page />);
  press('Lu : b');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Lu : c' })));
  press('Lu : c');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Lu : a' })));
});

it('goes to the title when the part has no name', async () => {
  render(<Page />);
  press('Rétablir');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })));
});

it('comes back from a dialog to what opened it', async () => {
  render(<Page />);
  press('Tout retirer…');
  press('Annuler');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Tout retirer…' })));
});

it('comes back from a dialog to the part where what opened it stood', async () => {
  render(<Page />);
  press('Tout retirer…');
  press('Confirmer');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Signalements' })));
});

it('stays in a drawer whose card goes away: on the next one, then on the drawer', async () => {
  render(<Page />);
  press('Tiroir');
  press('Accepter x');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Accepter y' })));
  press('Accepter y');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('dialog', { name: 'Tiroir ouvert' })));
});
