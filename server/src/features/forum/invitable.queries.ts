import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canRead } from '@beffroi/shared/features/clubs/clubs.policy';
import type { Invitable } from '@beffroi/shared/features/forum/forum.contract';
import { canInvite, INVITED_MAX } from '@beffroi/shared/features/forum/forum.policy';
import { now } from '../../platform/clock.ts';
import { objectId } from '../../platform/object-id.ts';
import { knownPeople } from '../accounts/accounts.queries.ts';
import { similarThreadIds } from '../search/search.queries.ts';
import { type LoadedThread, readableThread } from './forum.queries.ts';
import { ReplyModel, type ReplyRecord } from './reply.model.ts';
import { ThreadModel, type ThreadRecord } from './thread.model.ts';

const ALIKE = 20;
const REPLIES_LOOKED_AT = 400;
/** The best placed; those least asked lately among them come first. */
const SHORTLIST = 12;
const LATELY_MS = 30 * 86_400_000;
/** An accepted answer says more than an answer. */
const ACCEPTED_WORTH = 3;

interface Answering {
  answered: number;
  accepted: number;
}

/** Threads of the same club about the same: by the words of the title, or under one of its tags. */
const alikeThreads = async ({ thread, club }: LoadedThread): Promise<ThreadRecord[]> => {
  const threadId = thread._id.toHexString();
  const ids = await similarThreadIds({ title: thread.title, clubIds: [club.id], limit: ALIKE, excludeThreadId: threadId });
  const fields = { acceptedReplyId: 1, status: 1 };
  const present = { clubId: club.id, deletedAt: null };
  const [byWords, byTags] = await Promise.all([
    ThreadModel.find({ ...present, _id: { $in: ids.map(objectId) } }, fields).lean<ThreadRecord[]>(),
    thread.tags
      ? ThreadModel.find({ ...present, tags: { $in: thread.tags }, _id: { $ne: thread._id } }, fields)
          .sort({ lastActivityAt: -1 })
          .limit(ALIKE)
          .lean<ThreadRecord[]>()
      : [],
  ]);
  return [...byWords, ...byTags];
};

/** Who answered these threads, and how often. */
const answerers = async (threads: ThreadRecord[]): Promise<Map<string, Answering>> => {
  const replies = await ReplyModel.find({ threadId: { $in: threads.map(({ _id }) => _id) }, deletedAt: null }, { author: 1, threadId: 1 })
    .limit(REPLIES_LOOKED_AT)
    .lean<ReplyRecord[]>();
  const accepted = new Set(threads.flatMap(({ status, acceptedReplyId }) => (status === 'resolved' ? [String(acceptedReplyId)] : [])));
  const found = new Map<string, Answering>();
  for (const { _id, author } of replies) {
    const before = found.get(author.id) ?? { answered: 0, accepted: 0 };
    const taken = accepted.has(_id.toHexString()) ? 1 : 0;
    found.set(author.id, { answered: before.answered + 1, accepted: before.accepted + taken });
  }
  return found;
};

/** How often each was invited to answer lately, in whatever club. */
const solicitations = async (ids: string[]): Promise<Map<string, number>> => {
  const since = new Date(now().getTime() - LATELY_MS);
  const threads = await ThreadModel.find(
    { invitations: { $elemMatch: { 'person.id': { $in: ids }, at: { $gt: since } } } },
    { invitations: 1 },
  )
    .limit(500)
    .lean<ThreadRecord[]>();
  const counts = new Map<string, number>();
  for (const { person, at } of threads.flatMap(({ invitations = [] }) => invitations))
    if (at > since) counts.set(person.id, (counts.get(person.id) ?? 0) + 1);
  return counts;
};

/** Who need not be proposed: the asker, the reader, who was invited already and who answered. */
const alreadyIn = async (actor: Actor, { thread }: LoadedThread): Promise<Set<string>> => {
  const replies = await ReplyModel.find({ threadId: thread._id }, { author: 1 }).limit(REPLIES_LOOKED_AT).lean<ReplyRecord[]>();
  const invited = (thread.invitations ?? []).map(({ person }) => person.id);
  return new Set([actor.personId, thread.author.id, ...invited, ...replies.map(({ author }) => author.id)]);
};

const worth = ({ answered, accepted }: Answering): number => answered + ACCEPTED_WORTH * accepted;

/** Up to three colleagues who answered such questions before and still read the club, the least solicited first. */
export const proposals = async (actor: Actor, loaded: LoadedThread): Promise<Invitable[]> => {
  const left = INVITED_MAX - (loaded.thread.invitations?.length ?? 0);
  if (left <= 0) return [];
  const [found, out] = await Promise.all([alikeThreads(loaded).then(answerers), alreadyIn(actor, loaded)]);
  const best = [...found].filter(([id]) => !out.has(id)).sort(([, a], [, b]) => worth(b) - worth(a));
  const shortlist = new Map(best.slice(0, SHORTLIST));
  if (shortlist.size === 0) return [];
  const ids = [...shortlist.keys()];
  const [people, asked] = await Promise.all([knownPeople(ids), solicitations(ids)]);
  return people
    .filter((person) => canRead(person.actor, loaded.club))
    .map(({ ref }) => ({ person: ref, ...(shortlist.get(ref.id) as Answering) }))
    .sort((a, b) => (asked.get(a.person.id) ?? 0) - (asked.get(b.person.id) ?? 0) || worth(b) - worth(a))
    .slice(0, left);
};

/** Colleagues to invite to answer: a constant number of commands. @throws AppError `not-found`, `forbidden` */
export const listInvitable = async (actor: Actor, id: string): Promise<{ items: Invitable[] }> => {
  const loaded = await readableThread(actor, id);
  if (!canInvite(actor, loaded.facts)) throw new AppError('forbidden');
  return { items: await proposals(actor, loaded) };
};
