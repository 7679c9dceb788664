import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { NOTIFICATION_KINDS, type NotificationKind } from '@beffroi/shared/features/notifications/notifications.vocabulary';
import { model, Schema, type Types } from 'mongoose';
import type { About } from '../../platform/notify.ts';

/** What became of a mail: why it did not go out, when it did not. */
export type MailOutcome = 'sent' | 'read' | 'unwanted' | 'thread' | 'capped' | 'closed' | 'failed';

/** One thing one person was told. */
export interface NotificationRecord {
  _id: Types.ObjectId;
  personId: string;
  /** The key of the job that told it. */
  key: string;
  /** What happened, whatever the reason she was told: nobody is told twice of one post. */
  postKey: string;
  kind: NotificationKind;
  by: PersonRef | null;
  clubId: string | null;
  about?: About;
  threadId: string | null;
  replyNumber: number | null;
  templateId?: string | null;
  commentId?: string | null;
  note: string | null;
  at: Date;
  /** Set until she has read it, here or where it happened. */
  unread?: true;
  readAt: Date | null;
  /** When its mail is due; unset once it was sent or is not needed any more. */
  mailAt?: Date;
  mailTries?: number;
  mail?: MailOutcome;
  /** When it is due on her devices; unset once it was shown there. */
  pushAt?: Date;
  pushTries?: number;
  /** It is the one of its thread that went out by mail since the person was last there. */
  mailHold?: true;
}

/** What one was told is of no use later, and says what she did when: it is not kept. */
const KEPT_S = 180 * 86_400;

const notification = new Schema<NotificationRecord>(
  {
    personId: { type: String, required: true },
    key: { type: String, required: true },
    postKey: { type: String, required: true },
    kind: { type: String, enum: NOTIFICATION_KINDS, required: true },
    by: {
      type: new Schema({ id: String, name: String, commune: { type: Schema.Types.Mixed, default: null } }, { _id: false }),
      default: null,
    },
    clubId: { type: String, default: null },
    about: Schema.Types.Mixed,
    threadId: { type: String, default: null },
    replyNumber: { type: Number, default: null },
    templateId: { type: String, default: null },
    commentId: { type: String, default: null },
    note: { type: String, default: null },
    at: { type: Date, required: true },
    unread: Boolean,
    readAt: { type: Date, default: null },
    mailAt: Date,
    mailTries: Number,
    mail: String,
    pushAt: Date,
    pushTries: Number,
    mailHold: Boolean,
  },
  { versionKey: false },
);
// Told once, however often the telling is begun again.
notification.index({ personId: 1, postKey: 1 }, { unique: true });
// The list, the latest first.
notification.index({ personId: 1, at: -1, _id: -1 });
// How many wait, and those of a thread or a model just opened: few wait, so that a model's need no index of their own.
notification.index({ personId: 1, unread: 1, threadId: 1 });
// One mail a thread until the person has come back to it.
notification.index({ personId: 1, threadId: 1 }, { unique: true, partialFilterExpression: { mailHold: { $exists: true } } });
// Mails to send.
notification.index({ mailAt: 1 }, { partialFilterExpression: { mailAt: { $exists: true } } });
// What devices are to show.
notification.index({ pushAt: 1 }, { partialFilterExpression: { pushAt: { $exists: true } } });
notification.index({ at: 1 }, { expireAfterSeconds: KEPT_S });

export const NotificationModel = model<NotificationRecord>('Notification', notification);
