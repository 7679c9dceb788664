import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import { type Proposing, type Suggested, suggestChanges } from './suggest-changes.ts';

/** Proposes whole paragraphs and lists at a place between two blocks, as one proposal. */
export const proposeBlocks = (doc: Node, pos: number, blocks: readonly Node[], proposing: Proposing): Suggested =>
  suggestChanges(new Transform(doc).replace(pos, pos, new Slice(Fragment.from(blocks), 0, 0)), { ...proposing, alone: true });
