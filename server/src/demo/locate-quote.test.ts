import { documentSchema } from '@beffroi/shared/collab/document-schema';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../platform/markup/document-markup.ts';
import { locateQuote, timesQuoted } from './locate-quote.ts';

const doc = documentSchema.nodeFromJSON(parseDocument('# Prix\nLes prix sont **fermes** un an.\n| Les prix | net |'));

describe('words quoted from a document', () => {
  it('are found across marks and in tables, in one block', () => {
    const found = locateQuote(doc, 'sont fermes un an');
    expect(found && doc.textBetween(found.from, found.to)).toBe('sont fermes un an');
    expect(timesQuoted(doc, 'Les prix')).toBe(2);
    expect(locateQuote(doc, 'PrixLes')).toBeNull();
    expect(locateQuote(doc, 'pénalités')).toBeNull();
  });
});
