import { Transform } from '@tiptap/pm/transform';
import { describe, expect, it } from 'vitest';
import { decideProposals } from './decide-proposals.ts';
import { proposalsOf } from './proposals.ts';
import { proposeText, standingText } from './propose-text.ts';
import { suggestChanges } from './suggest-changes.ts';
import { documentOf, paragraph, proposing } from './suggestions.fixtures.ts';

const doc = documentOf(paragraph('La part fixe est de 15 % du prix.'), paragraph('Elle est revue.'));
const whole = { from: 1, to: doc.content.size - 1 };
const propose = (wanted: string, passage = whole) => {
  const suggested = proposeText(doc, passage, wanted, proposing());
  if (!suggested?.transform) throw new Error(suggested?.refused ?? 'nothing');
  return suggested.transform.doc;
};
const told = (wanted: string) => proposalsOf(propose(wanted)).map(({ deletedText, insertedText }) => [deletedText, insertedText]);

describe('another text for a passage', () => {
  it('changes the words that differ, and whole words', () => {
    expect(told('La part fixe est de 10 % du prix.\nElle est revue.')).toEqual([['15', '10']]);
    expect(told('La part fixe est de 15 % du prix.\nElle est revue chaque année.')).toEqual([['', ' chaque année']]);
    expect(told('La part fixe est de 15 %.\nElle est revue.')).toEqual([[' du prix', '']]);
  });
  it('may break and join paragraphs', () => {
    const joined = 'La part fixe est de 15 % du prix. Elle est revue.';
    expect(decideProposals(propose(joined), 'all', 'accept').doc.toString()).toBe(`doc(paragraph("${joined}"))`);
    const broken = 'La part fixe\nest de 15 % du prix.\nElle est revue.';
    const accepted = decideProposals(propose(broken), 'all', 'accept').doc;
    expect(accepted.textBetween(0, accepted.content.size, '\n')).toBe(broken);
    expect(decideProposals(propose(broken), 'all', 'refuse').doc.eq(doc)).toBe(true);
  });
  it('that is the same proposes nothing', () => {
    expect(proposeText(doc, whole, standingText(doc, whole), proposing())).toBeNull();
  });
  it('is about what stands, not what is struck already', () => {
    const struck = suggestChanges(new Transform(doc).delete(4, 9), proposing('b')).transform?.doc ?? doc;
    expect(standingText(struck, { from: 1, to: 13 })).toBe('La fixe');
    const { transform } = proposeText(struck, { from: 1, to: 13 }, 'Une fixe', proposing()) ?? {};
    expect(proposalsOf(transform?.doc ?? doc).map(({ deletedText, insertedText }) => [deletedText, insertedText])).toEqual([
      ['La', 'Une'],
      ['part ', ''],
    ]);
  });
});
