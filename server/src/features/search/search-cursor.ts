import { AppError } from '@beffroi/shared/core/errors';

/** Where a list of hits stopped: in the block of candidates no fresher than `until`, after the `offset` best. */
export interface SearchCursor {
  until: Date;
  offset: number;
  /** The block is not the first: there are more hits than were counted. */
  deeper: boolean;
}

export const encodeSearchCursor = ({ until, offset, deeper }: SearchCursor): string =>
  `${until.getTime().toString(36)}.${offset}.${deeper ? 1 : 0}`;

/** @throws AppError `invalid-input` when the cursor is none of ours */
export const decodeSearchCursor = (cursor: string): SearchCursor => {
  const match = /^([0-9a-z]{1,9})\.(\d{1,3})\.([01])$/.exec(cursor);
  if (!match)
    throw new AppError('invalid-input', {
      errors: [{ path: 'cursor', message: 'Suite de liste inconnue\u00a0: reprenez la recherche au début.' }],
    });
  return { until: new Date(Number.parseInt(match[1] as string, 36)), offset: Number(match[2]), deeper: match[3] === '1' };
};
