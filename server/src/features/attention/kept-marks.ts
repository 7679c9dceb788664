import { forgetAtClose } from '../../platform/forget-at-close.ts';
import { SharedReads } from '../../platform/shared-reads.ts';
import type { MarkRecord } from './mark.model.ts';

/** What a process that no Redis joins to this one writes is seen after this at the latest. */
const KEPT_MS = 10_000;

/** About what a mark takes, and the ids of the things it was looked for by. */
const MARK_BYTES = 600;
const KEY_BYTES = 800;

/** Each person's marks of the lists and threads she has open: she reads many pages for each mark she makes. */
export const keptMarks = new SharedReads<MarkRecord[]>({
  scopes: 1_000,
  readsPerScope: 64,
  keptMs: KEPT_MS,
  bytes: { most: 16 * 2 ** 20, of: (marks) => KEY_BYTES + marks.length * MARK_BYTES },
});
forgetAtClose(() => keptMarks.forget());
