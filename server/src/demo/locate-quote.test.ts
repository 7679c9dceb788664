import { documentSchema } from '@beffroi/shared/collab/document-schema';
import { describe, expect, it } from 'vitest';
import { parseDocument } from './document-markup.ts';
import { locateChange, locateQuote, timesQuoted } from './locate-quote.ts';

const doc = documentSchema.nodeFromJSON(parseDocument('# Prix\nLes prix sont **fermes** un an.\n| Les prix | net |'));
const changed = (quote: string, replacement: string) => {
  const change = locateChange(doc, { quote, replacement });
  return change && [doc.textBetween(change.from, change.to), change.text];
};

describe('words quoted from a document', () => {
  it('are found across marks and in tables, in one block', () => {
    const found = locateQuote(doc, 'sont fermes un an');
    expect(found && doc.textBetween(found.from, found.to)).toBe('sont fermes un an');
    expect(timesQuoted(doc, 'Les prix')).toBe(2);
    expect(locateQuote(doc, 'PrixLes')).toBeNull();
    expect(locateQuote(doc, 'pénalités')).toBeNull();
  });

  it.each([
    ['takes the place of words between those quoted to be found', 'sont fermes un an', 'sont révisés un an', ['fermes', 'révisés']],
    ['adds', 'un an.', 'un an. Puis deux.', ['', ' Puis deux.']],
    ['adds before', 'un an', 'pendant un an', ['', 'pendant ']],
    ['takes away all', ' un an', '', [' un an', '']],
    ['takes away some', 'sont fermes un an', 'sont fermes', [' un an', '']],
  ])('a change %s', (_what, quote, replacement, expected) => expect(changed(quote, replacement)).toEqual(expected));

  it('has no change where the words are not', () => expect(changed('pénalités', 'primes')).toBeNull());
});
