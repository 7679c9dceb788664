import { anchorOf } from '@beffroi/shared/collab/anchors';
import { DOCUMENT_FRAGMENT, DOCUMENT_SCHEMA_VERSION, documentSchema } from '@beffroi/shared/collab/document-schema';
import { contract } from '@beffroi/shared/contract';
import type { Template } from '@beffroi/shared/features/templates/templates.contract';
import type { TemplateState } from '@beffroi/shared/features/templates/templates.vocabulary';
import { expect } from 'vitest';
import type { Doc } from 'yjs';
import { contentOf, writeContent } from '../../server/src/collab/document-content.ts';
import { ok } from './api-client.ts';
import { openPage } from './live-client.ts';
import type { TestClub, TestPerson } from './world.ts';

/** A model's text as somebody has it open. */
export interface LiveText {
  doc: Doc;
  /** The text, a line a block. */
  words: () => string;
  write: (...blocks: object[]) => void;
  /** Anchors the first place where these words stand. */
  anchor: (words: string) => { from: string; to: string };
}

export const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
/** So many suggestions waiting, a word each. */
export const waitingSuggestions = (count: number) => ({
  type: 'paragraph',
  content: Array.from({ length: count }, (_, index) => {
    const attrs = { id: `waiting-${index}`, authorId: 'a', authorName: 'Agent, Anzin', at: '2026-11-28T10:00:00.000Z' };
    return { type: 'text', text: `mot${index} `, marks: [{ type: 'insertion', attrs }] };
  }),
});
export const article = (id: string, text: string) => ({ type: 'heading', attrs: { level: 1, id }, content: [{ type: 'text', text }] });

/** Opens a model's text as this person; resolves once it is in step with the server. */
export const openText = async ({ session }: TestPerson, { documentId }: Template): Promise<LiveText> => {
  const base = `${session.url.replace('http', 'ws')}/collab`;
  const { doc, provider } = openPage({ base, documentId, cookie: session.cookie, query: { schema: String(DOCUMENT_SCHEMA_VERSION) } });
  await expect.poll(() => provider.synced).toBe(true);
  const content = () => contentOf(doc);
  return {
    doc,
    words: () => content().textBetween(0, content().content.size, '\n'),
    write: (...blocks) => writeContent(doc, documentSchema.nodeFromJSON({ type: 'doc', content: blocks })),
    anchor(words) {
      let from = -1;
      content().descendants((node, pos) => {
        const at = node.isTextblock && from < 0 ? node.textContent.indexOf(words) : -1;
        if (at >= 0) from = pos + 1 + at;
      });
      expect(from).toBeGreaterThan(0);
      return anchorOf(doc.getXmlFragment(DOCUMENT_FRAGMENT), { from, to: from + words.length });
    },
  };
};

/** A draft with a text, and nobody at it any more. */
export const writtenText = async (author: TestPerson, club: TestClub, blocks: object[]) => {
  const template = await ok(author.session, contract.templates.create, { slug: club.slug, kind: 'ccap', title: 'CCAP d’essai' });
  const text = await openText(author, template);
  text.write(...blocks);
  const content = async () => JSON.stringify((await ok(author.session, contract.templates.content, { id: template.id })).content);
  await expect.poll(content).toContain('text');
  return { template, text };
};

/** A model with a text, in some state, begun by its pilot who has it open. */
export const buildText = async (pilot: TestPerson, club: TestClub, blocks: object[], state: TemplateState = 'review') => {
  const { session } = pilot;
  const created = await ok(session, contract.templates.create, { slug: club.slug, kind: 'ccap', title: 'CCAP Fournitures et services' });
  const text = await openText(pilot, created);
  text.write(...blocks);
  const template =
    state === 'draft'
      ? created
      : await ok(session, contract.templates.changeState, { id: created.id, to: state, version: created.version });
  // Written when somebody else reads it.
  await expect
    .poll(async () => JSON.stringify((await ok(session, contract.templates.content, { id: created.id })).content))
    .toContain(text.words().split('\n')[0]);
  return { template, text };
};
