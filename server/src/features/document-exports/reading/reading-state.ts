import type { Proposal } from '@beffroi/shared/collab/suggestion-marks';
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
}

export const textOf = (nodes: readonly DocumentJson[]): string => nodes.map(({ text, content }) => text ?? textOf(content ?? [])).join('');

/** The text of what Word holds, notes and all markup aside. */
export const wordText = (node: WordNode): string => node.value ?? (node.children ?? []).map(wordText).join('');
