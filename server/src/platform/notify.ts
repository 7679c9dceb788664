import type { AboutKind, NotificationKind } from '@beffroi/shared/features/notifications/notifications.vocabulary';
import { model, Schema } from 'mongoose';
import { now } from './clock.ts';
import { isDuplicate } from './duplicate-key.ts';
import { publish } from './events.ts';

/** Who is told: named people, who follows a thread or a club, who animates one, a commune's HR, or everyone who serves a commune. */
export type Audience =
  | { people: string[] }
  | { thread: string }
  | { club: string }
  | { pilots: string }
  | { hr: string }
  | { agents: true };

/** What belongs to no club: an exchange between communes. Whoever tells of it says whom, and writes nothing here that they may not read. */
export interface About {
  kind: AboutKind;
  id: string;
  title: string;
  /** The commune, or what else stands where a club's name would. */
  place: string;
  /** Its page. */
  path: string;
  /** What else the mail leads to: answers one click away. */
  links?: { label: string; path: string }[];
}

export interface Telling {
  /** Names what happened, once for ever: the same key told again is told once. Made of ids. */
  key: string;
  kind: NotificationKind;
  /** Who did it, and need not be told; null when nobody in particular did. */
  byId: string | null;
  /** Null where it belongs to no club: `about` says what it is. */
  clubId?: string | null | undefined;
  about?: About | undefined;
  threadId?: string | undefined;
  replyNumber?: number | undefined;
  /** The model it is about, and the comment on it. */
  templateId?: string | undefined;
  commentId?: string | undefined;
  /** A few words of its own: what an announcement says, why a post was reported. */
  note?: string | undefined;
  /** When it happened: news that has grown old rings nobody. */
  at?: Date | undefined;
  to: Audience;
  /** Told of on its own account, also to whom the post was told of before. */
  apart?: boolean | undefined;
  /** Those told otherwise of the same thing, for a stronger reason. */
  except?: string[] | undefined;
}

/** One thing to tell. */
export interface News extends Omit<Telling, 'key'> {
  _id: string;
  at: Date;
}

/** How far the telling of it has come. */
export interface NotificationJob extends News {
  queuedAt: Date;
  /** The last person, by id, who was told. */
  after: string | null;
  /** Who carries it out, and until when the others leave it to her. */
  owner: string | null;
  leasedUntil: Date;
  /** While it is not done. */
  pending?: true;
  doneAt?: Date;
}

/** A key is remembered this long after its job is done; what happened is retold within minutes or never. */
const KEY_KEPT_S = 30 * 86_400;

const job = new Schema<NotificationJob>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true },
    byId: { type: String, default: null },
    clubId: { type: String, default: null },
    about: Schema.Types.Mixed,
    threadId: String,
    replyNumber: Number,
    templateId: String,
    commentId: String,
    note: String,
    at: { type: Date, required: true },
    to: { type: Schema.Types.Mixed, required: true },
    apart: Boolean,
    except: { type: [String], default: [] },
    queuedAt: { type: Date, required: true },
    after: { type: String, default: null },
    owner: { type: String, default: null },
    leasedUntil: { type: Date, required: true },
    pending: Boolean,
    doneAt: Date,
  },
  { versionKey: false, minimize: false },
);
// What is left to do, the first asked first.
job.index({ pending: 1, queuedAt: 1 }, { partialFilterExpression: { pending: { $exists: true } } });
job.index({ doneAt: 1 }, { expireAfterSeconds: KEY_KEPT_S });

export const NotificationJobModel = model<NotificationJob>('NotificationJob', job);

declare module './events.ts' {
  interface DomainEvents {
    /** Something is to be told: whoever carries jobs out may start. */
    'notifications.job.queued': { to: Audience };
  }
}

/**
 * The one door for telling people something. Writes one durable job, whatever the number of people, and returns; the
 * notifications feature carries it out, leaving out who may not read the thing and who asked not to be told.
 */
export const notify = async ({ key, at = now(), ...telling }: Telling): Promise<void> => {
  const queuedAt = new Date();
  try {
    await NotificationJobModel.create({ _id: key, ...telling, at, queuedAt, leasedUntil: queuedAt, pending: true });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  await publish('notifications.job.queued', { to: telling.to });
};
