import { render } from '@testing-library/react';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Highlighted, pieces } from './highlighted.tsx';

it('marks the words found and nothing else', () => {
  const { container } = render(
    <Highlighted
      text="Révision de prix"
      ranges={[
        [0, 8],
        [12, 16],
      ]}
    />,
  );
  expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Révision', 'prix']);
  expect(container.textContent).toBe('Révision de prix');
});

it('sets the text as French is, whatever is marked beside', () => {
  const { container } = render(
    <Highlighted
      text="Chaque marché : l'eau"
      ranges={[
        [7, 13],
        [18, 21],
      ]}
    />,
  );
  expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['marché', 'eau']);
  expect(container.textContent).toBe('Chaque marché\u202f: l’eau');
});

it('shows markup as text', () => {
  const { container } = render(<Highlighted text="<b>prix</b>" ranges={[[3, 7]]} />);
  expect(container.querySelector('b')).toBeNull();
  expect(container.textContent).toBe('<b>prix</b>');
});

it('loses no character, whatever the ranges', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.tuple(fc.integer({ min: -2, max: 30 }), fc.integer({ min: -2, max: 30 }))), (text, ranges) => {
      expect(
        pieces(text, ranges)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
