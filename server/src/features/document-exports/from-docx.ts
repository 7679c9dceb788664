import type { Passage } from '@beffroi/shared/collab/anchors';
import { documentSchema } from '@beffroi/shared/collab/document-schema';
import { printed } from './printed-text.ts';
import { placeComments } from './reading/comment-passages.ts';
import { CommentTrail } from './reading/comment-trail.ts';
import { DropList } from './reading/drop-list.ts';
import type { ImportedComment, ImportedDocument, Importer } from './reading/imported-document.ts';
import { ListStarts } from './reading/list-starts.ts';
import { openWordFile, unreadable, type WordParts } from './reading/open-word-file.ts';
import { readBlocks } from './reading/read-blocks.ts';
import { COMMENTS, readComments, sizeOf, type WordThread } from './reading/read-comments.ts';
import { readImages } from './reading/read-images.ts';
import type { ReadingState } from './reading/reading-state.ts';
import { withSentinels } from './reading/sentinels.ts';
import { readWordTree } from './reading/word-tree.ts';

const BODY = 'word/document.xml';
const TITLE_MAX = 160;

const count = (xml: string, pattern: RegExp): number => xml.match(pattern)?.length ?? 0;

/** What is seen in the file only: the reader passes over it without a word. */
const countUnread = (body: string, parts: WordParts, drops: DropList): void => {
  drops.add('formulas', count(body, /<m:oMath>/g));
  drops.add('charts', count(body, /<c:chart |<dgm:relIds /g));
  drops.add('objects', count(body, /<w:object\b/g));
  drops.add('looks', count(body, /<w:[rp]PrChange\b/g));
  drops.add('rows', count(body, /<w:trPr>(?:(?!<\/w:trPr>).)*?<w:(?:ins|del)\b/gs));
  const frames = [...parts.keys()].filter((path) => /^word\/(?:header|footer)\d*\.xml$/.test(path));
  // Ours are made again at each export.
  const own = parts.get('word/styles.xml')?.includes('w:val="Nature du document"');
  if (!own && frames.some((path) => /<w:t[ >]/.test(parts.get(path)?.toString('utf8') ?? ''))) drops.add('frame');
};

/** What is read as a tree: the text in its new words, without the comments, which were read already. */
const withBody = (parts: WordParts, body: string): WordParts => {
  const read = new Map(parts).set(BODY, Buffer.from(body));
  read.delete(COMMENTS);
  return read;
};

/** Discussions where their text stands; those about no text of the document (a note, a header) are counted. */
const placed = (threads: readonly WordThread[], passages: ReadonlyMap<string, Passage>, drops: DropList): ImportedComment[] => {
  const found = threads.flatMap(({ id, ...thread }) => {
    const passage = passages.get(id);
    return passage ? [{ ...thread, ...passage }] : [];
  });
  drops.add('comments', sizeOf(found));
  drops.add('unplacedComments', sizeOf(threads) - sizeOf(found));
  return found;
};

/**
 * Reads a Word file as a document: headings, lists, tables, images, links, tracked changes as proposals, comments; what is lost is said.
 * It may be hostile and may take long: requests go through `convert.ts`, which bounds its time and memory.
 * @throws AppError `too-large`, `unsupported-document`
 */
export const fromDocx = async (bytes: Uint8Array, importer: Importer): Promise<ImportedDocument> => {
  const parts = await openWordFile(bytes);
  const { body, proposals } = withSentinels((parts.get(BODY) as Buffer).toString('utf8'), importer.personId);
  const drops = new DropList();
  countUnread(body, parts, drops);
  drops.add('proposals', new Set(proposals.map(({ id }) => id)).size);
  const threads = readComments(parts, drops);
  const tree = await readWordTree(withBody(parts, body));
  const images = await readImages(tree, drops);
  const state: ReadingState = {
    drops,
    proposals,
    images,
    listStarts: new ListStarts(parts.get('word/numbering.xml')?.toString('utf8') ?? ''),
    notes: tree.notes,
    insertion: null,
    deletion: null,
    pendingBreak: {},
    title: null,
    trail: new CommentTrail(new Set(threads.map(({ id }) => id))),
  };
  const { blocks, passages } = placeComments(readBlocks(tree.children ?? [], state, false), state.trail);
  if (blocks.length === 0) throw unreadable('Ce document Word ne contient aucun texte.');
  const content = { type: 'doc', content: blocks };
  try {
    documentSchema.nodeFromJSON(content).check();
  } catch (cause) {
    throw unreadable('Ce document Word n’a pas pu être lu en entier\u00a0: rien n’a été importé.', cause);
  }
  return {
    title: state.title && printed(state.title).slice(0, TITLE_MAX),
    content,
    comments: placed(threads, passages, drops),
    images: [...images.values()].filter((image) => image !== null),
    dropped: drops.sentences(),
  };
};
