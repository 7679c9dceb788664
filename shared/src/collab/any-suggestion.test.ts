import type { Node } from '@tiptap/pm/model';
import type { Transform } from '@tiptap/pm/transform';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideProposals } from './decide-proposals.ts';
import { proposalsOf } from './proposals.ts';
import { suggestChanges } from './suggest-changes.ts';
import { isFlat, makeEdit, proposing, someDocument, someEdit } from './suggestions.fixtures.ts';

const suggested = (edit: Transform, author = 'a'): Node => suggestChanges(edit, proposing(author)).transform?.doc ?? edit.before;
const acceptAll = (doc: Node): Node => decideProposals(doc, 'all', 'accept').doc;
const refuseAll = (doc: Node): Node => decideProposals(doc, 'all', 'refuse').doc;
const same = (one: Node, other: Node) => expect(one.toString()).toBe(other.toString());

describe('any edit', () => {
  it('accepted, is the edit made', () => {
    fc.assert(
      fc.property(someDocument, someEdit, (doc, edit) => {
        const made = makeEdit(doc, edit);
        const outcome = suggestChanges(made, proposing());
        fc.pre(outcome.transform !== undefined);
        if (!outcome.transform) return;
        const accepted = acceptAll(outcome.transform.doc);
        if (isFlat(doc)) same(accepted, made.doc);
        // How lists close around what was replaced in them is left to where each fits.
        expect(accepted.textContent).toBe(made.doc.textContent);
      }),
      { numRuns: 1000 },
    );
  });
  it('refused, leaves no trace, however many there were and whoever made them', () => {
    fc.assert(
      fc.property(someDocument, fc.array(fc.tuple(someEdit, fc.constantFrom('a', 'b')), { maxLength: 6 }), (doc, edits) => {
        const after = edits.reduce((now, [edit, author]) => suggested(makeEdit(now, edit), author), doc);
        after.check();
        same(refuseAll(after), doc);
        expect(refuseAll(after).eq(doc)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
  it('decided in any order, gives the same text', () => {
    fc.assert(
      fc.property(
        someDocument,
        fc.array(fc.tuple(someEdit, fc.constantFrom('a', 'b', 'c')), { minLength: 2, maxLength: 6 }),
        fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
        fc.infiniteStream(fc.nat()),
        (doc, edits, wishes, order) => {
          const after = edits.reduce((now, [edit, author]) => suggested(makeEdit(now, edit), author), doc);
          const decisions = proposalsOf(after).map(({ id }, index) => ({ id, wish: wishes[index % 20] ? 'accept' : 'refuse' }) as const);
          const decide = (now: Node, { id, wish }: (typeof decisions)[number]) => decideProposals(now, new Set([id]), wish).doc;
          const shuffled = decisions.map((one) => ({ one, key: order.next().value as number })).sort((a, b) => a.key - b.key);
          same(decisions.reduce(decide, after), shuffled.map(({ one }) => one).reduce(decide, after));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
