import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { NOTIFICATION_KINDS, type NotificationKind } from '@beffroi/shared/features/notifications/notifications.vocabulary';
import { model, Schema, type Types } from 'mongoose';

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
  clubId: string;
  threadId: string | null;
  replyNumber: number | null;
  note: string | null;
  at: Date;
  /** Set until she has read it, here or where it happened. */
  unread?: true;
  readAt: Date | null;
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
    clubId: { type: String, required: true },
    threadId: { type: String, default: null },
    replyNumber: { type: Number, default: null },
    note: { type: String, default: null },
    at: { type: Date, required: true },
    unread: Boolean,
    readAt: { type: Date, default: null },
  },
  { versionKey: false },
);
// Told once, however often the telling is begun again.
notification.index({ personId: 1, postKey: 1 }, { unique: true });
// The list, the latest first.
notification.index({ personId: 1, at: -1, _id: -1 });
// How many wait, and those of a thread just opened.
notification.index({ personId: 1, unread: 1, threadId: 1 });
notification.index({ at: 1 }, { expireAfterSeconds: KEPT_S });

export const NotificationModel = model<NotificationRecord>('Notification', notification);
