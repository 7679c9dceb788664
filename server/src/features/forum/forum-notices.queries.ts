import type { Actor } from '@beffroi/shared/core/actor';
import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { mentionsOf, plainText } from '@beffroi/shared/core/rich-text';
import { canReadThread } from '@beffroi/shared/features/forum/forum.policy';
import type { ThreadKind } from '@beffroi/shared/features/forum/forum.vocabulary';
import { objectId } from '../../platform/object-id.ts';
import { type KnownClub, knownClub } from '../clubs/known-clubs.queries.ts';
import { threadFacts } from './forum.presenter.ts';
import { ReplyModel, type ReplyRecord } from './reply.model.ts';
import { ThreadModel, type ThreadRecord } from './thread.model.ts';
import { writtenReply, writtenThread } from './written-texts.ts';

/** A post as those who are told of it need it. */
export interface Post {
  threadId: string;
  clubId: string;
  author: PersonRef;
  at: Date;
  mentions: string[];
}
/** What is told of a thread: an announcement to the territory is told to all its agents. */
export interface ThreadPost extends Post {
  kind: ThreadKind;
  toTerritory: boolean;
}

const postOf = (threadId: string, { clubId, author, createdAt, body }: ThreadRecord | ReplyRecord): Post => ({
  threadId,
  clubId,
  author,
  at: createdAt,
  mentions: mentionsOf(body),
});

/** A thread's own text; null when it is deleted. */
export const threadPost = async (threadId: string): Promise<ThreadPost | null> => {
  const thread = await writtenThread(threadId);
  return thread && !thread.deletedAt
    ? { ...postOf(threadId, thread), kind: thread.kind, toTerritory: thread.audience === 'territory' }
    : null;
};

/** A reply; null when it is deleted. */
export const replyPost = async (replyId: string): Promise<Post | null> => {
  const reply = await writtenReply(replyId);
  return reply && !reply.deletedAt ? postOf(reply.threadId.toHexString(), reply) : null;
};

/** Who was invited to answer a thread, by whom and when; none once it is deleted. */
export const invitationsTo = async (threadId: string) => {
  const thread = await writtenThread(threadId);
  const { clubId = '', invitations = [] } = (!thread?.deletedAt && thread) || {};
  return invitations.map(({ person, byId, at }) => ({ clubId, personId: person.id, byId, at }));
};

/** Which reply of a thread was accepted, whose it is, by whom and when; null when none is. */
export const acceptanceOf = async (threadId: string) => {
  const thread = await writtenThread(threadId);
  if (!thread?.acceptedReplyId || !thread.acceptedAt || thread.deletedAt) return null;
  const reply = await ReplyModel.findOne({ _id: thread.acceptedReplyId, deletedAt: null }).lean<ReplyRecord>();
  return (
    reply && {
      clubId: thread.clubId,
      replyId: reply._id.toHexString(),
      number: reply.number,
      authorId: reply.author.id,
      byId: thread.acceptedBy,
      at: thread.acceptedAt,
    }
  );
};

export interface ThreadNotice {
  title: string;
  club: KnownClub;
  mayRead: (actor: Actor) => boolean;
}

/** What notifications say of these threads, by id, and who may read each. */
export const threadNotices = async (ids: string[]): Promise<Map<string, ThreadNotice>> => {
  const threads = await ThreadModel.find({ _id: { $in: ids.map(objectId) } }, { body: 0 }).lean<ThreadRecord[]>();
  return new Map(
    threads.flatMap((thread): [string, ThreadNotice][] => {
      const club = knownClub(thread.clubId);
      if (!club) return [];
      const facts = threadFacts(thread, club);
      return [[thread._id.toHexString(), { title: thread.title, club, mayRead: (actor) => canReadThread(actor, facts) }]];
    }),
  );
};

/** What a reply says, or its thread without a number, as plain text; null when it is deleted. */
export const postText = async (threadId: string, replyNumber: number | null): Promise<string | null> => {
  const _id = objectId(threadId);
  const post = replyNumber
    ? await ReplyModel.findOne({ threadId: _id, number: replyNumber, deletedAt: null }).lean<ReplyRecord>()
    : await ThreadModel.findOne({ _id, deletedAt: null }).lean<ThreadRecord>();
  return post && plainText(post.body);
};
