import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { ModerationAction } from '@beffroi/shared/features/moderation/moderation.vocabulary';
import { type ModerationAct, newAct } from '../../platform/audit-trail.ts';
import type { ReplyRecord } from './reply.model.ts';
import type { ThreadRecord } from './thread.model.ts';

export interface ActWords {
  by: PersonRef;
  action: ModerationAction;
  reason?: string | null | undefined;
  before?: string | null | undefined;
  after?: string | null | undefined;
  /** The club whose trail tells it; the thread's own unless said. */
  clubId?: string | undefined;
}

/** An act on a thread, to be written with the thread. */
export const actOnThread = (thread: ThreadRecord, { by, action, clubId, reason, before, after }: ActWords): ModerationAct => {
  const id = thread._id.toHexString();
  const target = { kind: 'thread' as const, id, threadId: id, number: null, label: thread.title };
  return newAct({
    by,
    action,
    clubId: clubId ?? thread.clubId,
    target,
    reason: reason ?? null,
    before: before ?? null,
    after: after ?? null,
  });
};

/** An act on a reply, to be written with the reply. */
export const actOnReply = (thread: ThreadRecord, reply: ReplyRecord, { by, action, reason, before, after }: ActWords): ModerationAct => {
  const [id, threadId] = [reply._id.toHexString(), thread._id.toHexString()];
  const target = { kind: 'reply' as const, id, threadId, number: reply.number, label: thread.title };
  return newAct({ by, action, clubId: thread.clubId, target, reason: reason ?? null, before: before ?? null, after: after ?? null });
};

/** The versions an edit goes from and to; both are kept. */
export const versions = (from: number): Pick<ActWords, 'before' | 'after'> => ({ before: String(from), after: String(from + 1) });
