import { AppError } from '@beffroi/shared/core/errors';
import { Types } from 'mongoose';

/** Where a list ordered by (date, id), both descending, stopped. */
export interface DateCursor {
  at: Date;
  id: Types.ObjectId;
}

export const encodeCursor = ({ at, id }: DateCursor): string => `${at.getTime().toString(36)}.${id.toHexString()}`;

/** What a cursor that is none of ours is answered. */
export const unknownCursor = (): AppError =>
  new AppError('invalid-input', { errors: [{ path: 'cursor', message: 'Suite de liste inconnue\u00a0: reprenez la liste au début.' }] });

/** @throws AppError `invalid-input` when the cursor is none of ours */
export const decodeCursor = (cursor: string): DateCursor => {
  const match = /^([0-9a-z]{1,10})\.([0-9a-f]{24})$/.exec(cursor);
  if (!match) throw unknownCursor();
  return { at: new Date(Number.parseInt(match[1] as string, 36)), id: new Types.ObjectId(match[2] as string) };
};

/** The filter for what comes after `cursor` in a list sorted by `{[field]: -1, _id: -1}`. */
export const beforeCursor = (field: string, cursor: string | undefined): Record<string, unknown> => {
  if (!cursor) return {};
  const { at, id } = decodeCursor(cursor);
  return { $or: [{ [field]: { $lt: at } }, { [field]: at, _id: { $lt: id } }] };
};

/** Where a list of people in alphabetical order stopped. */
export const encodeNameCursor = ({ _id, sortKey }: { _id: Types.ObjectId; sortKey: string }): string => `${_id.toHexString()}.${sortKey}`;

/**
 * The filter for who comes after `cursor` in a list sorted by `{sortKey: 1, _id: 1}`.
 * @throws AppError `invalid-input` when the cursor is none of ours
 */
export const afterName = (cursor: string | undefined): Record<string, unknown> => {
  if (!cursor) return {};
  const match = /^([0-9a-f]{24})\.(.*)$/s.exec(cursor);
  if (!match) throw unknownCursor();
  const [, id, sortKey] = match as unknown as [string, string, string];
  return { $or: [{ sortKey: { $gt: sortKey } }, { sortKey, _id: { $gt: new Types.ObjectId(id) } }] };
};
