import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canSeeReaders } from '@beffroi/shared/features/forum/forum.policy';
import { READERS_NAMED_MAX, type Receipts } from '@beffroi/shared/features/forum/thread-kinds.contract';
import { allCommunes, communeName } from '../directory/territory.queries.ts';
import { type LoadedThread, readableThread } from './forum.queries.ts';
import { ReceiptModel, type ReceiptRecord } from './receipt.model.ts';

type CommuneReaders = NonNullable<Receipts['communes']>[number];

const readersOf = ({ commune, count, people }: ReceiptRecord): CommuneReaders => ({
  commune: commune === null ? null : { slug: commune, name: communeName(commune) },
  count,
  people: people.slice(0, READERS_NAMED_MAX).map(({ id, name, at }) => ({ id, name, at: at.toISOString() })),
});

/** Of what is told to the territory, the communes where nobody has read it yet come first: they are to be told by other means. */
const byCommune = (receipts: ReceiptRecord[], toTerritory: boolean): CommuneReaders[] => {
  const read = receipts.filter(({ count }) => count > 0).map(readersOf);
  const known = new Set(read.map(({ commune }) => commune?.slug));
  const silent = toTerritory ? allCommunes().filter(({ slug }) => !known.has(slug)) : [];
  const named = (readers: CommuneReaders[]) =>
    readers.toSorted((a, b) => (a.commune?.name ?? '￿').localeCompare(b.commune?.name ?? '￿', 'fr'));
  return [...named(silent.map(({ slug, name }) => ({ commune: { slug, name }, count: 0, people: [] }))), ...named(read)];
};

/** Who has read an announcement, as its reader may know it: one command more than reading it, whatever the number of readers. */
export const presentReceipts = async (actor: Actor, { thread, facts }: LoadedThread): Promise<Receipts> => {
  const receipts = await ReceiptModel.find({ threadId: thread._id }).lean<ReceiptRecord[]>();
  return {
    count: receipts.reduce((sum, { count }) => sum + count, 0),
    read: receipts.some(({ people }) => people.some(({ id }) => id === actor.personId)),
    communes: canSeeReaders(actor, facts) ? byCommune(receipts, thread.audience === 'territory') : null,
  };
};

/** Who has read an announcement. @throws AppError `not-found`, `forbidden` (not an announcement) */
export const getReceipts = async (actor: Actor, id: string): Promise<Receipts> => {
  const loaded = await readableThread(actor, id);
  if (loaded.thread.kind !== 'announcement') throw new AppError('forbidden');
  return presentReceipts(actor, loaded);
};
