import { anchorOf, passageOf, textOf } from '@beffroi/shared/collab/anchors';
import { decideProposals } from '@beffroi/shared/collab/decide-proposals';
import { DOCUMENT_FRAGMENT } from '@beffroi/shared/collab/document-schema';
import { proposalsOf } from '@beffroi/shared/collab/proposals';
import { suggestChanges } from '@beffroi/shared/collab/suggest-changes';
import { documentOf, makeEdit, paragraph, proposing, someDocument, someEdit } from '@beffroi/shared/collab/suggestions.fixtures';
import { Transform } from '@tiptap/pm/transform';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Doc } from 'yjs';
import { contentOf, writeContent } from './document-content.ts';
import { openDocument } from './opened-document.ts';

const suggested = (doc: Parameters<typeof makeEdit>[0], edit: Parameters<typeof makeEdit>[1]) =>
  suggestChanges(makeEdit(doc, edit), proposing()).transform?.doc ?? doc;

describe('a live document', () => {
  it('keeps any proposal, and any decision, as ProseMirror has it', () => {
    fc.assert(
      fc.property(someDocument, fc.array(someEdit, { minLength: 1, maxLength: 4 }), (before, edits) => {
        const live = new Doc();
        writeContent(live, before);
        const opened = openDocument(live);
        const after = edits.reduce(suggested, opened.content);
        opened.write(after);
        expect(contentOf(live).toString()).toBe(after.toString());
        expect(proposalsOf(contentOf(live))).toEqual(proposalsOf(after));
        opened.write(decideProposals(after, 'all', 'refuse').doc);
        expect(contentOf(live).eq(before)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
  it('keeps the places of what a decision does not touch', () => {
    const live = new Doc();
    writeContent(live, documentOf(...['un', 'deux', 'trois', 'quatre', 'cinq'].map(paragraph)));
    const { content, fragment, write } = openDocument(live);
    const anchor = anchorOf(fragment, { from: 11, to: 16 });
    expect(textOf(content, { from: 11, to: 16 })).toBe('trois');
    let text = content;
    for (const [from, to] of [
      [26, 30],
      [1, 3],
    ] as const) {
      text = suggestChanges(new Transform(text).delete(from, to), proposing()).transform?.doc ?? text;
    }
    for (const { id } of proposalsOf(text)) {
      text = decideProposals(text, new Set([id]), 'accept').doc;
      write(text);
    }
    const passage = passageOf(live.getXmlFragment(DOCUMENT_FRAGMENT), anchor);
    expect(passage && textOf(contentOf(live), passage)).toBe('trois');
  });
});
