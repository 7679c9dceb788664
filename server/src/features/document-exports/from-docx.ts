import { documentSchema } from '@beffroi/shared/collab/document-schema';
import { printed } from './printed-text.ts';
import { DropList } from './reading/drop-list.ts';
import type { ImportedDocument, Importer } from './reading/imported-document.ts';
import { ListStarts } from './reading/list-starts.ts';
import { openWordFile, unreadable, type WordParts } from './reading/open-word-file.ts';
import { readBlocks } from './reading/read-blocks.ts';
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
  drops.add('moves', count(body, /<w:moveTo /g));
  const frames = [...parts.keys()].filter((path) => /^word\/(?:header|footer)\d*\.xml$/.test(path));
  // Ours are made again at each export.
  const own = parts.get('word/styles.xml')?.includes('w:val="Nature du document"');
  if (!own && frames.some((path) => /<w:t[ >]/.test(parts.get(path)?.toString('utf8') ?? ''))) drops.add('frame');
};

/**
 * Reads a Word file as a document: headings, lists, tables, images, links, tracked changes as proposals; what is lost is said.
 * It may be hostile and may take long: requests go through `convert.ts`, which bounds its time and memory.
 * @throws AppError `too-large`, `unsupported-document`
 */
export const fromDocx = async (bytes: Uint8Array, importer: Importer): Promise<ImportedDocument> => {
  const parts = await openWordFile(bytes);
  const { body, proposals } = withSentinels((parts.get(BODY) as Buffer).toString('utf8'), importer.personId);
  const drops = new DropList();
  countUnread(body, parts, drops);
  drops.add('proposals', new Set(proposals.map(({ id }) => id)).size);
  const tree = await readWordTree(new Map(parts).set(BODY, Buffer.from(body)));
  drops.add('comments', tree.comments?.length ?? 0);
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
  };
  const blocks = readBlocks(tree.children ?? [], state, false);
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
    images: [...images.values()].filter((image) => image !== null),
    dropped: drops.sentences(),
  };
};
