import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { anchorOf, anchorsOf, passageOf, passageOfQuote } from './anchors.ts';
import { documentOf, paragraph } from './suggestions.fixtures.ts';

/** Paragraphs of plain text, as Yjs keeps them. */
const fragmentOf = (...lines: string[]) => {
  const fragment = new Y.Doc().getXmlFragment('default');
  fragment.insert(
    0,
    lines.map((line) => {
      const element = new Y.XmlElement('paragraph');
      element.insert(0, line ? [new Y.XmlText(line)] : []);
      return element;
    }),
  );
  return fragment;
};
const textIn = (fragment: Y.XmlFragment, index: number) => (fragment.get(index) as Y.XmlElement).get(0) as Y.XmlText;

describe('an anchor', () => {
  const lines = fc.array(fc.stringMatching(/^[a-z]{0,8}$/), { minLength: 1, maxLength: 6 });
  it('of any passage is found where it was', () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.nat(), (texts, one, other) => {
        const fragment = fragmentOf(...texts);
        const starts = texts.map((_, index) => texts.slice(0, index).reduce((at, text) => at + text.length + 2, 1));
        const places = texts.flatMap((text, index) => Array.from(text, (_, at) => (starts[index] as number) + at));
        fc.pre(places.length > 0);
        const [from, last] = [one, other].map((n) => places[n % places.length] as number).sort((a, b) => a - b) as [number, number];
        expect(passageOf(fragment, anchorOf(fragment, { from, to: last + 1 }))).toEqual({ from, to: last + 1 });
      }),
    );
  });
  it('is the same made alone or with many others', () => {
    const fragment = fragmentOf('un', '', 'la part fixe', 'deux');
    const ends = [1, 2, 3, 7, 10, 19, 21, 24, 25];
    const passages = ends.flatMap((from) => ends.filter((to) => to > from).map((to) => ({ from, to })));
    expect(anchorsOf(fragment, passages)).toEqual(passages.map((passage) => anchorOf(fragment, passage)));
  });
  it('moves with its text, and what is written at its ends stays outside', () => {
    const fragment = fragmentOf('un', 'la part fixe');
    const anchor = anchorOf(fragment, { from: 8, to: 12 });
    textIn(fragment, 0).insert(2, ' deux');
    textIn(fragment, 1).insert(7, '!');
    textIn(fragment, 1).insert(3, '?');
    expect(passageOf(fragment, anchor)).toEqual({ from: 14, to: 18 });
  });
  it('leads nowhere once its text is gone, nor when it is none', () => {
    const fragment = fragmentOf('un', 'la part fixe');
    const anchor = anchorOf(fragment, { from: 8, to: 12 });
    textIn(fragment, 1).delete(3, 4);
    expect(passageOf(fragment, anchor)).toBeNull();
    const other = anchorOf(fragment, { from: 1, to: 3 });
    fragment.delete(0, 1);
    expect(passageOf(fragment, other)).toBeNull();
    expect(passageOf(fragment, { from: 'AAAA', to: '====' })).toBeNull();
  });
});

it('a quote is found where it stands once, and not by chance', () => {
  const doc = documentOf(paragraph('Les prix sont fermes et définitifs.'), paragraph('La part fixe. La part fixe.'));
  expect(passageOfQuote(doc, 'fermes et définitifs')).toEqual({ from: 15, to: 35 });
  expect(passageOfQuote(doc, 'La part fixe')).toBeNull();
  expect(passageOfQuote(doc, 'prix')).toBeNull();
});
