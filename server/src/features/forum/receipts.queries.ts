import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canSeeReaders } from '@beffroi/shared/features/forum/forum.policy';
import { READERS_NAMED_MAX, type ReadersPage, type Receipts } from '@beffroi/shared/features/forum/thread-kinds.contract';
import type { Types } from 'mongoose';
import { allCommunes, communeName } from '../directory/territory.queries.ts';
import { type LoadedThread, readableThread } from './forum.queries.ts';
import { ReceiptModel, type ReceiptRecord } from './receipt.model.ts';
import { readerCount } from './write-receipts.ts';

type CommuneReaders = NonNullable<Receipts['communes']>[number];

const presentReader = ({ personId, name, at }: ReceiptRecord) => ({ id: personId, name, at: at.toISOString() });

/** Those of one commune, the last first, from the one before `before` on. */
const latestReaders = (threadId: Types.ObjectId, commune: string | null, limit: number, before?: number): Promise<ReceiptRecord[]> =>
  ReceiptModel.find({ threadId, commune, ...(before !== undefined && { rank: { $lt: before } }) })
    .sort({ rank: -1 })
    .limit(limit)
    .lean<ReceiptRecord[]>();

const communeReaders = async (threadId: Types.ObjectId, commune: string | null): Promise<CommuneReaders> => {
  const latest = await latestReaders(threadId, commune, READERS_NAMED_MAX);
  return {
    commune: commune === null ? null : { slug: commune, name: communeName(commune) },
    count: latest[0]?.rank ?? 0,
    people: latest.map(presentReader),
  };
};

/**
 * One command a commune where it was read and one for which these are: as many as the territory is wide, not as it is peopled. Of
 * what is told to the territory, the communes where nobody has read it yet come first: they are to be told by other means.
 */
const byCommune = async (threadId: Types.ObjectId, toTerritory: boolean): Promise<CommuneReaders[]> => {
  const firsts = await ReceiptModel.find({ threadId, rank: 1 }, { commune: 1 }).lean<Pick<ReceiptRecord, 'commune'>[]>();
  const read = await Promise.all(firsts.map(({ commune }) => communeReaders(threadId, commune)));
  const known = new Set(read.map(({ commune }) => commune?.slug));
  const silent = toTerritory ? allCommunes().filter(({ slug }) => !known.has(slug)) : [];
  const named = (readers: CommuneReaders[]) =>
    readers.toSorted((a, b) => (a.commune?.name ?? '￿').localeCompare(b.commune?.name ?? '￿', 'fr'));
  return [...named(silent.map(({ slug, name }) => ({ commune: { slug, name }, count: 0, people: [] }))), ...named(read)];
};

/** Who has read an announcement, as its reader may know it: what it costs does not grow with the readers. */
export const presentReceipts = async (actor: Actor, { thread, facts }: LoadedThread): Promise<Receipts> => {
  const [count, read, communes] = await Promise.all([
    readerCount(thread._id),
    ReceiptModel.exists({ threadId: thread._id, personId: actor.personId }),
    canSeeReaders(actor, facts) ? byCommune(thread._id, thread.audience === 'territory') : null,
  ]);
  return { count, read: Boolean(read), communes };
};

const announcement = async (actor: Actor, id: string): Promise<LoadedThread> => {
  const loaded = await readableThread(actor, id);
  if (loaded.thread.kind !== 'announcement') throw new AppError('forbidden');
  return loaded;
};

/** Who has read an announcement. @throws AppError `not-found`, `forbidden` (not an announcement) */
export const getReceipts = async (actor: Actor, id: string): Promise<Receipts> => presentReceipts(actor, await announcement(actor, id));

interface ReadersInput {
  id: string;
  commune?: string | undefined;
  before?: number | undefined;
}

/**
 * The readers of one commune, or those who serve none, by pages: the last first.
 * @throws AppError `not-found`, `forbidden` (not an announcement, or not hers to know who has read)
 */
export const listReaders = async (actor: Actor, { id, commune, before }: ReadersInput): Promise<ReadersPage> => {
  const { thread, facts } = await announcement(actor, id);
  if (!canSeeReaders(actor, facts)) throw new AppError('forbidden');
  const readers = await latestReaders(thread._id, commune ?? null, READERS_NAMED_MAX, before);
  const last = readers.at(-1)?.rank ?? 1;
  return { items: readers.map(presentReader), before: last > 1 ? last : null };
};
