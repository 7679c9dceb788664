import { documentSchema } from '@beffroi/shared/collab/document-schema';
import { HREF } from '@beffroi/shared/core/rich-text';
import { printed } from '../printed-text.ts';
import type { DocumentJson } from './imported-document.ts';
import { type ReadingState, wordText } from './reading-state.ts';
import { describedImage, sentinelOf } from './sentinels.ts';
import type { WordNode } from './word-tree.ts';

type Mark = NonNullable<DocumentJson['marks']>[number];

/** What a paragraph holds, in order: text and line breaks, and blocks that Word lets stand in a line. */
export type Piece = { inline: DocumentJson } | { block: DocumentJson };

const HREF_MAX = 2_000;
const ALT_MAX = 300;
const rank = Object.keys(documentSchema.marks);
const ordered = (marks: Mark[]): Mark[] => [...marks].sort((a, b) => rank.indexOf(a.type) - rank.indexOf(b.type));

const proposed = ({ insertion, deletion }: ReadingState): Mark[] => [
  ...(insertion ? [{ type: 'insertion', attrs: { ...insertion } }] : []),
  ...(deletion ? [{ type: 'deletion', attrs: { ...deletion } }] : []),
];

const runMarks = ({ isBold, isItalic, isUnderline, isStrikethrough }: WordNode, inLink: boolean): Mark[] => [
  ...(isBold ? [{ type: 'bold' }] : []),
  ...(isItalic ? [{ type: 'italic' }] : []),
  ...(isUnderline && !inLink ? [{ type: 'underline' }] : []),
  ...(isStrikethrough ? [{ type: 'strike' }] : []),
];

const image = (node: WordNode, state: ReadingState): Piece[] => {
  const found = state.images.get(node);
  if (!found) return [];
  const { alt, width, height } = describedImage(node.altText);
  const size = width && height ? { width: Math.min(width, 10_000), height: Math.min(height, 10_000) } : {};
  return [{ block: { type: 'image', attrs: { src: found.placeholder, alt: printed(alt).slice(0, ALT_MAX) || null, ...size } } }];
};

const note = (node: WordNode, state: ReadingState): string => {
  const body = state.notes?.resolve(node)?.body ?? [];
  state.drops.add('notes');
  return ` [Note\u00a0: ${body.map(wordText).join(' ').trim()}]`;
};

/** Bookmarks of ours say where proposals and comments begin and end. */
const passSentinel = (node: WordNode, state: ReadingState): void => {
  const sentinel = sentinelOf(node.name);
  if (!sentinel) return;
  if (sentinel.kind === 'insertion-start') state.insertion = state.proposals[sentinel.proposal] ?? null;
  if (sentinel.kind === 'deletion-start') state.deletion = state.proposals[sentinel.proposal] ?? null;
  if (sentinel.kind === 'insertion-end') state.insertion = null;
  if (sentinel.kind === 'deletion-end') state.deletion = null;
  if ('comment' in sentinel) state.trail.pass(sentinel.kind, sentinel.comment);
};

/** Passes over what is no text of the document, without what begins and ends there being lost. */
export const passOver = (node: WordNode, state: ReadingState): void => {
  if (node.type === 'bookmarkStart') passSentinel(node, state);
  for (const child of node.children ?? []) passOver(child, state);
};

const link = (node: WordNode, marks: Mark[], state: ReadingState): Piece[] => {
  const { href } = node;
  const accepted = href !== undefined && href.length <= HREF_MAX && HREF.test(href);
  // Within the document it led to a heading or a page: the contents do.
  if (href !== undefined && !accepted) state.drops.add('links');
  const inside = accepted ? [...marks.filter(({ type }) => type !== 'link'), { type: 'link', attrs: { href } }] : marks;
  return readInline(node.children ?? [], inside, state);
};

const text = (value: string, marks: Mark[], state: ReadingState): Piece[] => {
  const words = printed(value).replace(/[\t\r\n]+/g, ' ');
  return words
    ? [{ inline: { type: 'text', text: words, marks: [...state.trail.markOf(words), ...ordered([...marks, ...proposed(state)])] } }]
    : [];
};

const lineBreak = (node: WordNode, state: ReadingState): Piece[] => {
  if (node.breakType === 'page') return [{ block: { type: 'pageBreak' } }];
  const { insertion: insertedBreak, deletion: deletedBreak } = state;
  const attrs = { ...(insertedBreak && { insertedBreak }), ...(deletedBreak && { deletedBreak }) };
  return [{ inline: { type: 'hardBreak', ...(Object.keys(attrs).length > 0 && { attrs }) } }];
};

const run = (node: WordNode, marks: Mark[], state: ReadingState): Piece[] => {
  if (node.highlight) state.drops.add('highlights');
  const inLink = marks.some(({ type }) => type === 'link') || (node.children ?? []).some(({ type }) => type === 'hyperlink');
  return readInline(node.children ?? [], [...marks, ...runMarks(node, inLink)], state);
};

/** Reads what a paragraph holds, with the marks of what it is within. */
export const readInline = (nodes: readonly WordNode[], marks: Mark[], state: ReadingState): Piece[] =>
  nodes.flatMap((node): Piece[] => {
    switch (node.type) {
      case 'text':
        return text(node.value ?? '', marks, state);
      case 'tab':
        return text(' ', marks, state);
      case 'run':
        return run(node, marks, state);
      case 'hyperlink':
        return link(node, marks, state);
      case 'break':
        return lineBreak(node, state);
      case 'image':
        return image(node, state);
      case 'noteReference':
        return text(note(node, state), marks, state);
      case 'checkbox':
        return text(node.checked ? '☒' : '☐', marks, state);
      case 'bookmarkStart':
        passSentinel(node, state);
        return [];
      default:
        return [];
    }
  });
