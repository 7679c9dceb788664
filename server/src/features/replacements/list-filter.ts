import { AppError } from '@beffroi/shared/core/errors';
import { addDays, datesFrom, daysBetween, mondaysOf, parisDate } from '@beffroi/shared/core/half-days';
import { REPLACEMENT_LIMITS } from '@beffroi/shared/features/replacements/replacements.limits';
import type { QueryFilter } from 'mongoose';
import { Types } from 'mongoose';
import { now } from '../../platform/clock.ts';
import { unknownCursor } from '../../platform/cursor.ts';
import { communesWithin } from '../directory/territory.queries.ts';
import type { Reader } from './reader.ts';
import type { ReplacementRecord } from './replacement.model.ts';

export interface ListFilters {
  from?: string | undefined;
  to?: string | undefined;
  metier?: string | undefined;
  commune?: string | undefined;
  within?: number | undefined;
}

/** A fortnight from today, when nothing else is asked. */
const USUAL_DAYS = 13;

/** The dates a list is of. @throws AppError `invalid-input` when they are the wrong way round or too far apart */
export const periodOf = ({ from = parisDate(now()), to = addDays(from, USUAL_DAYS) }: ListFilters): { from: string; to: string } => {
  const days = daysBetween(from, to);
  const message = days < 0 ? 'La fin vient après le début.' : `Pas plus de ${REPLACEMENT_LIMITS.listDays} jours à la fois.`;
  if (days < 0 || days >= REPLACEMENT_LIMITS.listDays) throw new AppError('invalid-input', { errors: [{ path: 'to', message }] });
  return { from, to };
};

const communesOf = ({ commune, within }: ListFilters, home: string | null): Pick<QueryFilter<ReplacementRecord>, 'commune'> => {
  if (commune) return { commune };
  return within && home ? { commune: { $in: communesWithin(home, within) } } : {};
};

/**
 * Needs with a half-day between the two dates, found by the weeks they are in; those of a substitute from outside are the ones she was
 * asked for.
 */
export const filterOf = (
  input: ListFilters,
  { home }: Pick<Reader, 'home'>,
  only: readonly string[] | null,
): QueryFilter<ReplacementRecord> => {
  const { from, to } = periodOf(input);
  const weeks = mondaysOf(datesFrom(from, to));
  return {
    weeks: weeks.length === 1 ? weeks[0] : { $in: weeks },
    slots: { $elemMatch: { date: { $gte: from, $lte: to } } },
    ...communesOf(input, home),
    ...(input.metier && { metier: input.metier }),
    ...(only && { _id: { $in: only.map((id) => new Types.ObjectId(id)) } }),
  } as QueryFilter<ReplacementRecord>;
};

export const encodeStart = ({ startsAt, _id }: ReplacementRecord): string => `${startsAt.getTime().toString(36)}.${_id.toHexString()}`;

/** What comes after a cursor in the order of (startsAt, _id). @throws AppError `invalid-input` when it is none of ours */
export const afterStart = (cursor: string | undefined): QueryFilter<ReplacementRecord> => {
  if (!cursor) return {};
  const match = /^([0-9a-z]{1,10})\.([0-9a-f]{24})$/.exec(cursor);
  if (!match) throw unknownCursor();
  const startsAt = new Date(Number.parseInt(match[1] as string, 36));
  return { $or: [{ startsAt: { $gt: startsAt } }, { startsAt, _id: { $gt: new Types.ObjectId(match[2] as string) } }] };
};
