import { subscribe } from '../../platform/events.ts';
import { notify } from '../../platform/notify.ts';
import { fewFollowersOfThread } from '../attention/attention.queries.ts';
import { acceptanceOf, type Post, replyPost, threadPost } from '../forum/forum-notices.queries.ts';
import { deliver } from './deliver.ts';
import { subscribeKinds } from './kinds.subscriptions.ts';
import { isNews } from './news.ts';
import { PushDeviceModel } from './push-device.model.ts';
import { subscribeReading } from './reading.subscriptions.ts';

/** So many are told at once, without a job. */
const FEW = 50;

/** Tells of a post: those it mentions that they are, and the others of its audience that it is there. */
const tellPost = async (name: string, kind: 'thread' | 'reply', post: Post, replyNumber?: number): Promise<void> => {
  const { threadId, clubId, at, mentions } = post;
  const told = { byId: post.author.id, clubId, threadId, replyNumber, at };
  if (mentions.length > 0) await notify({ ...told, key: `${name}:mention`, kind: 'mention', to: { people: mentions } });
  if (kind === 'thread') return notify({ ...told, key: name, kind, to: { club: clubId }, except: mentions });
  const news = { ...told, kind, to: { thread: threadId }, except: mentions };
  // A few need no job: the mark in the reply is taken off once they were told.
  const few = await fewFollowersOfThread(threadId, clubId, FEW);
  await (few ? deliver({ ...news, _id: name }, few) : notify({ ...news, key: name }));
};

const tellThread = async ({ threadId }: { threadId: string }): Promise<void> => {
  const post = await threadPost(threadId);
  // An announcement is told otherwise.
  if (post && post.kind !== 'announcement' && isNews(post)) await tellPost(`thread:${threadId}`, 'thread', post);
};

const tellReply = async ({ replyId, number }: { replyId: string; number: number }): Promise<void> => {
  const post = await replyPost(replyId);
  if (post && isNews(post)) await tellPost(`reply:${replyId}`, 'reply', post, number);
};

/** The key is that of the reply: accepted again after a change of mind, it is not told again. */
const tellAcceptance = async ({ threadId }: { threadId: string }): Promise<void> => {
  const accepted = await acceptanceOf(threadId);
  if (!accepted || !isNews(accepted)) return;
  const { clubId, replyId, number, authorId, byId, at } = accepted;
  const key = `accepted:${replyId}`;
  await notify({ key, kind: 'answer-accepted', byId, clubId, threadId, replyNumber: number, at, to: { people: [authorId] } });
};

/** A suspended account's browsers show nothing more; reactivated, its person asks for it again. */
const forgetDevices = async ({ personId }: { personId: string }): Promise<void> => {
  await PushDeviceModel.deleteMany({ personId });
};

/** What people are told of what happens elsewhere. The keys are made of ids: an event heard again after a crash tells nothing twice. */
export const subscribeNotifications = (): void => {
  subscribe('forum.thread.created', tellThread);
  subscribe('forum.reply.created', tellReply);
  subscribe('forum.thread.changed', tellAcceptance);
  subscribe('accounts.person.suspended', forgetDevices);
  subscribeKinds();
  subscribeReading();
};
