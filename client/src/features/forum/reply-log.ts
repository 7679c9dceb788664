import type { Reply } from '@beffroi/shared/features/forum/forum.contract';

/** The replies of a thread as far as they are known. */
export interface ReplyLog {
  /** By number, each once. */
  replies: readonly Reply[];
  /** Nothing is missing up to this number: what is asked for next comes after it. */
  knownUpTo: number;
}

export const EMPTY_LOG: ReplyLog = { replies: [], knownUpTo: 0 };

/** Answers may arrive out of order: an older version never replaces a newer one. */
const fresher = (known: Reply | undefined, incoming: Reply): Reply => (known && known.version > incoming.version ? known : incoming);

const withReplies = (log: ReplyLog, incoming: readonly Reply[]): readonly Reply[] => {
  const byId = new Map(log.replies.map((reply) => [reply.id, reply]));
  for (const reply of incoming) byId.set(reply.id, fresher(byId.get(reply.id), reply));
  return [...byId.values()].sort((a, b) => a.number - b.number);
};

/**
 * Adds a page of replies that the server gave for `after`, in order and without gap.
 * What it covers counts as known only when it joins what was known before.
 */
export const mergePage = (log: ReplyLog, items: readonly Reply[], after: number): ReplyLog => {
  const last = items.at(-1)?.number ?? after;
  const knownUpTo = after <= log.knownUpTo ? Math.max(log.knownUpTo, last) : log.knownUpTo;
  return { replies: withReplies(log, items), knownUpTo };
};

/** Adds one reply known by itself: one’s own, just sent, or one that changed. */
export const mergeReply = (log: ReplyLog, reply: Reply): ReplyLog => ({
  replies: withReplies(log, [reply]),
  knownUpTo: reply.number === log.knownUpTo + 1 ? reply.number : log.knownUpTo,
});

/** Changes one reply in place; unknown ones change nothing. */
export const changeReply = (log: ReplyLog, id: string, change: (reply: Reply) => Reply): ReplyLog => ({
  ...log,
  replies: log.replies.map((reply) => (reply.id === id ? change(reply) : reply)),
});

/** A top-level reply with those that answer it. */
export interface Conversation {
  reply: Reply;
  answers: Reply[];
}

/** The replies nested one level, in order; an answer whose parent is not known yet waits for it. */
export const conversations = (replies: readonly Reply[]): Conversation[] => {
  const tops = replies.filter((reply) => !reply.parentId).map((reply): Conversation => ({ reply, answers: [] }));
  const byId = new Map(tops.map((conversation) => [conversation.reply.id, conversation]));
  for (const reply of replies) if (reply.parentId) byId.get(reply.parentId)?.answers.push(reply);
  return tops;
};
