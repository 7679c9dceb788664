import type { Proposal } from '@beffroi/shared/collab/suggestion-marks';
import type { CommentTrail } from './comment-trail.ts';
import type { DropList } from './drop-list.ts';
import type { DocumentJson, ImportedImage } from './imported-document.ts';
import type { ListStarts } from './list-starts.ts';
import type { WordNode } from './word-tree.ts';

/** What reading a Word file needs to remember from one paragraph to the next. */
export interface ReadingState {
  drops: DropList;
  proposals: readonly Proposal[];
  images: ReadonlyMap<WordNode, ImportedImage | null>;
  listStarts: ListStarts;
  notes: WordNode['notes'];
  /** The proposals the text read now is within. */
  insertion: Proposal | null;
  deletion: Proposal | null;
  /** What was proposed about the mark of the last paragraph: it is said of the next one. */
  pendingBreak: { insertedBreak?: Proposal; deletedBreak?: Proposal };
  title: string | null;
  /** Which comments the text read now is under. */
  trail: CommentTrail;
}

const same = (a: DocumentJson, b: DocumentJson): boolean => JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? []);

/** Word cuts a sentence in runs for reasons of its own: text under the same marks is one. */
export const joined = (nodes: readonly DocumentJson[]): DocumentJson[] => {
  const result: DocumentJson[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (last?.text !== undefined && node.text !== undefined && same(last, node))
      result[result.length - 1] = { ...last, text: last.text + node.text };
    else result.push(node);
  }
  return result;
};

export const textOf = (nodes: readonly DocumentJson[]): string => nodes.map(({ text, content }) => text ?? textOf(content ?? [])).join('');

/** The text of what Word holds, notes and all markup aside. */
export const wordText = (node: WordNode): string => node.value ?? (node.children ?? []).map(wordText).join('');
