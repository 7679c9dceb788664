import { mentionsOf, plainText } from '@beffroi/shared/core/rich-text';
import { type ModerationAct, recordActs } from '../../platform/audit-trail.ts';
import { logger } from '../../platform/logger.ts';
import { notify } from '../../platform/notify.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { accessedTemplates } from '../templates/template-access.queries.ts';
import { type CommentRecord, CommentThreadModel, type CommentThreadRecord } from './comment-thread.model.ts';

/** Left alone this long: its own process is still at it. */
const OVERDUE_MS = 15_000;
const SWEEP_EVERY_MS = 60_000;

/** Enough to know what it is about. */
const EXCERPT = 300;
const excerptOf = ({ body }: CommentRecord): string => {
  const text = plainText(body).trim();
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT - 1)}…` : text;
};

/** Who began the model hears of a new comment; who takes part in a discussion, of each answer; who is mentioned, of that. */
const tellOne = async (thread: CommentThreadRecord, comment: CommentRecord, ownerId: string | undefined): Promise<void> => {
  const id = comment._id.toHexString();
  const { templateId, clubId } = thread;
  const mentioned = mentionsOf(comment.body);
  const telling = { byId: comment.author.id, clubId, templateId, commentId: id, at: comment.createdAt, note: excerptOf(comment) };
  const participants = [thread, ...thread.replies].map(({ author }) => author.id);
  const concerned = comment === thread ? [ownerId ?? ''] : participants;
  // A key for each: who is mentioned only when it is edited is told then, and nobody twice.
  for (const personId of mentioned) {
    const at = comment.editedAt ?? comment.createdAt;
    await notify({ ...telling, at, key: `comment-mention:${id}:${personId}`, kind: 'mention', to: { people: [personId] } });
  }
  await notify({ ...telling, key: `comment:${id}`, kind: 'document-comment', to: { people: concerned }, except: mentioned });
};

/** Tells of what is written in a thread and not told yet, each once however often this is begun. */
export const tellComments = async (thread: CommentThreadRecord): Promise<void> => {
  const template = (await accessedTemplates([thread.templateId])).get(thread.templateId);
  for (const id of thread.untold ?? []) {
    const comment = [thread, ...thread.replies].find(({ _id }) => _id.toHexString() === id);
    if (comment && !comment.deletedAt) await tellOne(thread, comment, template?.facts.createdById);
    await CommentThreadModel.updateOne({ _id: thread._id }, { $pull: { untold: id } });
  }
  await CommentThreadModel.updateOne({ _id: thread._id, untold: { $size: 0 } }, { $unset: { untold: 1 } });
};

/** The author of a removed comment is told why, unless it was put back meanwhile. */
const tellRemoval = async (thread: CommentThreadRecord, { _id, at, by, reason }: ModerationAct): Promise<void> => {
  const removed = [thread, ...thread.replies].find(({ removal }) => removal?.actId === _id);
  if (!removed || !reason) return;
  const { templateId, clubId } = thread;
  const place = { clubId, templateId, commentId: thread._id.toHexString() };
  await notify({ key: `removed:${_id}`, kind: 'moderation', byId: by.id, ...place, note: reason, at, to: { people: [removed.author.id] } });
};

/** What a thread's moderations bring about, and their entries in the audit trail. Twice does it once. */
export const followCommentActs = async (thread: CommentThreadRecord): Promise<void> => {
  const { _id, acts = [] } = thread;
  if (acts.length === 0) return;
  for (const act of acts) await tellRemoval(thread, act);
  await recordActs(acts);
  await CommentThreadModel.updateOne({ _id }, { $pull: { acts: { _id: { $in: acts.map((act) => act._id) } } } });
};

/** Tells of what a crash kept from being told; `all` at start. Twice does no harm. */
export const sweepComments = async ({ all = false } = {}): Promise<void> => {
  for (const thread of await CommentThreadModel.find({ 'acts._id': { $exists: true } })
    .limit(1_000)
    .lean<CommentThreadRecord[]>())
    await followCommentActs(thread).catch((error: unknown) => logger.error({ err: error }, 'act on a comment not recorded'));
  const left = await CommentThreadModel.find({ untold: { $exists: true } })
    .limit(1_000)
    .lean<CommentThreadRecord[]>();
  const isDue = ({ createdAt, replies }: CommentThreadRecord) =>
    Date.now() - (replies.at(-1)?.createdAt ?? createdAt).getTime() > OVERDUE_MS;
  for (const thread of left.filter((one) => all || isDue(one)))
    await tellComments(thread).catch((error: unknown) => logger.error({ err: error }, 'comment not told'));
};

/** Sweeps from time to time; gives back how to stop. */
export const startSweepingComments = (): (() => Promise<void>) =>
  startRecurring({ name: 'sweep comments', everyMs: SWEEP_EVERY_MS, work: () => sweepComments() });
