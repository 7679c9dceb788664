import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { PAGE_SIZE } from '@beffroi/shared/core/pagination';
import { canModerateClub } from '@beffroi/shared/features/clubs/clubs.policy';
import type { Report, TrailEntry } from '@beffroi/shared/features/moderation/moderation.contract';
import { type ModerationAct, ModerationEntryModel } from '../../platform/audit-trail.ts';
import { beforeCursor, decodeCursor, encodeCursor } from '../../platform/cursor.ts';
import { objectId } from '../../platform/object-id.ts';
import { type KnownClub, readableClub } from '../clubs/known-clubs.queries.ts';
import { presentEntry, presentReport } from './moderation.presenter.ts';
import { ReportModel, type ReportRecord } from './report.model.ts';

interface PageInput {
  slug: string;
  cursor?: string | undefined;
  limit?: number | undefined;
}
interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

const moderatedClub = (actor: Actor, slug: string): KnownClub => {
  const club = readableClub(actor, slug);
  if (!canModerateClub(actor, club)) throw new AppError('forbidden');
  return club;
};

/** Reported posts that wait for a decision: one command. @throws AppError `not-found`, `forbidden`, `invalid-input` (cursor) */
export const listReports = async (actor: Actor, { slug, cursor, limit = PAGE_SIZE }: PageInput): Promise<Page<Report>> => {
  const club = moderatedClub(actor, slug);
  const found = await ReportModel.find({ clubId: club.id, waitingSince: { $exists: true }, ...beforeCursor('waitingSince', cursor) })
    .sort({ waitingSince: -1, _id: -1 })
    .limit(limit + 1)
    .lean<ReportRecord[]>();
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map((report) => presentReport(report, club)),
    nextCursor: last ? encodeCursor({ at: last.waitingSince as Date, id: last._id }) : null,
  };
};

/** The ids of entries are kept as text. */
const beforeEntry = (cursor: string | undefined): Record<string, unknown> => {
  if (!cursor) return {};
  const { at, id } = decodeCursor(cursor);
  return { $or: [{ at: { $lt: at } }, { at, _id: { $lt: id.toHexString() } }] };
};

/** A club's audit trail: one command. @throws AppError `not-found`, `forbidden`, `invalid-input` (cursor) */
export const listTrail = async (actor: Actor, { slug, cursor, limit = PAGE_SIZE }: PageInput): Promise<Page<TrailEntry>> => {
  const club = moderatedClub(actor, slug);
  const found = await ModerationEntryModel.find({ clubId: club.id, ...beforeEntry(cursor) })
    .sort({ at: -1, _id: -1 })
    .limit(limit + 1)
    .lean<ModerationAct[]>();
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return { items: page.map(presentEntry), nextCursor: last ? encodeCursor({ at: last.at, id: objectId(last._id) }) : null };
};
