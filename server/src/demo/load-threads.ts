import { createHash } from 'node:crypto';
import { acceptReply } from '../features/forum/commands/accept-reply.ts';
import { acknowledgeAnnouncement } from '../features/forum/commands/acknowledge-announcement.ts';
import { createReply } from '../features/forum/commands/create-reply.ts';
import { createThread } from '../features/forum/commands/create-thread.ts';
import { setMeToo } from '../features/forum/commands/set-me-too.ts';
import { ReplyModel } from '../features/forum/reply.model.ts';
import { ThreadModel } from '../features/forum/thread.model.ts';
import { atInstant } from '../platform/clock.ts';
import { parseMessage } from '../platform/markup/message-markup.ts';
import type { Cast } from './cast.ts';
import { type DemoReply, type DemoThread, demoThreads } from './content.ts';
import { loadFiche, tagsOf } from './load-kinds.ts';
import { writtenAt } from './office-hours.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The same content gives the same key: a load that was interrupted goes on without doubling anything. */
const keyFor = (...parts: (string | number)[]): string => {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** The first `count` members of the club, but the author, starting somewhere that depends on the text. */
const voters = (cast: Cast, club: string, author: string, seed: string, count: number): string[] => {
  const others = cast.membersOf(club).filter((key) => key !== author);
  const start = Number.parseInt(createHash('sha256').update(seed).digest('hex').slice(0, 6), 16) % Math.max(1, others.length);
  return [...others.slice(start), ...others.slice(0, start)].slice(0, count);
};

const mentionIn = (cast: Cast) => (key: string) => ({ id: cast.actorOf(key).personId, label: '' });

/** What was written, found again by the key it was written under. */
const written = (title: string): { club: string; thread: DemoThread } => {
  for (const [club, threads] of demoThreads) {
    const thread = threads.find((one) => one.title === title);
    if (thread) return { club, thread };
  }
  throw new Error(`no such thread in the demonstration: ${title}`);
};

export const threadIdOf = async (cast: Cast, title: string): Promise<string> => {
  const { club, thread } = written(title);
  const key = { 'author.id': cast.actorOf(thread.by).personId, idempotencyKey: keyFor(club, title) };
  return (await ThreadModel.findOne(key, { _id: 1 }).orFail().lean())._id.toHexString();
};

export const replyIdOf = async (cast: Cast, title: string, index: number): Promise<string> => {
  const by = written(title).thread.replies[index]?.by ?? '';
  const key = { 'author.id': cast.actorOf(by).personId, idempotencyKey: keyFor(title, index) };
  return (await ReplyModel.findOne(key, { _id: 1 }).orFail().lean())._id.toHexString();
};

/** Nothing follows from these votes but the count: written at once, they take a third off the time people wait for the demonstration. */
const findUseful = async (cast: Cast, replyId: string, keys: string[]): Promise<void> => {
  const usefulBy = keys.map((key) => cast.actorOf(key).personId);
  if (usefulBy.length > 0) await ReplyModel.updateOne({ _id: replyId }, { $set: { usefulBy, usefulCount: usefulBy.length } });
};

const loadReplies = async (cast: Cast, club: string, thread: DemoThread, threadId: string, start: number): Promise<void> => {
  const ids: string[] = [];
  for (const [index, reply] of thread.replies.entries()) {
    const at = writtenAt(Math.min(start + reply.hoursAfter * HOUR_MS, Date.now() - 60_000));
    const { id } = await atInstant(at, () =>
      createReply(cast.actorOf(reply.by), newReply(cast, threadId, reply, ids, keyFor(thread.title, index))),
    );
    ids.push(id);
    await findUseful(cast, id, voters(cast, club, reply.by, reply.body, reply.useful ?? 0));
    if (reply.accepted) await atInstant(at, () => acceptReply(cast.actorOf(thread.by), { id: threadId, replyId: id }));
  }
};

const newReply = (cast: Cast, id: string, reply: DemoReply, ids: string[], idempotencyKey: string) => ({
  id,
  body: parseMessage(reply.body, mentionIn(cast)),
  parentId: reply.under === undefined ? null : ids[reply.under],
  idempotencyKey,
});

/** Writes one discussion through the commands, each at its own instant of the past. */
export const loadThread = async (cast: Cast, club: string, thread: DemoThread): Promise<void> => {
  const start = Date.now() - thread.daysAgo * DAY_MS;
  const body = parseMessage(thread.body, mentionIn(cast));
  const { title, kind = 'question', watch, audience } = thread;
  const tags = await tagsOf(cast.actorOf(thread.by), club, title);
  const { id } = await atInstant(writtenAt(start), () =>
    createThread(cast.actorOf(thread.by), {
      slug: club,
      kind,
      title,
      body,
      watch,
      audience,
      tags,
      idempotencyKey: keyFor(club, thread.title),
    }),
  );
  for (const voter of voters(cast, club, thread.by, thread.title, thread.meToo ?? 0)) await setMeToo(cast.actorOf(voter), id, true);
  await loadReplies(cast, club, thread, id, start);
  for (const reader of voters(cast, club, thread.by, title, thread.readBy ?? 0)) await acknowledgeAnnouncement(cast.actorOf(reader), id);
  await loadFiche(cast, club, thread, id, keyFor('fiche', title));
};
