import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { RichText } from '@beffroi/shared/core/rich-text';
import {
  ANNOUNCEMENT_AUDIENCES,
  type AnnouncementAudience,
  THREAD_KINDS,
  THREAD_STATUSES,
  type ThreadKind,
  type ThreadStatus,
} from '@beffroi/shared/features/forum/forum.vocabulary';
import type { Watch } from '@beffroi/shared/features/forum/thread-kinds.contract';
import { model, Schema, type Types } from 'mongoose';
import { type ModerationAct, pendingActs } from '../../platform/audit-trail.ts';
import { authorSchema } from './author.schema.ts';
import { forgettingPages } from './forgetting-pages.ts';
import { type Removal, removalSchema } from './removal.schema.ts';

export interface ThreadRecord {
  _id: Types.ObjectId;
  clubId: string;
  kind: ThreadKind;
  title: string;
  body: RichText;
  excerpt: string;
  /** Of a legal watch. */
  watch?: Watch;
  /** Of an announcement. */
  audience?: AnnouncementAudience;
  /** Slugs of its club's tags; left out where it has none. */
  tags?: string[];
  author: PersonRef;
  createdAt: Date;
  editedAt: Date | null;
  /** Who last edited it: the author, or who animates the club. */
  editedBy: PersonRef | null;
  version: number;
  status: ThreadStatus;
  /** The accepted reply; it answers the question, whose status then is « resolved », while it is not deleted. */
  acceptedReplyId: Types.ObjectId | null;
  /** When it was accepted, and by whom: the asker, or who animates the club. */
  acceptedAt: Date | null;
  acceptedBy: string | null;
  /** When someone else than the asker first replied. */
  firstAnswerAt: Date | null;
  /** Number of the last reply. Replies get theirs from a unique index, this only follows. */
  lastNumber: number;
  deletedReplies: number;
  /** Their numbers, the latest few hundred: what is deleted must not stay unread. */
  deletedNumbers: number[];
  /** Counts how often what follows from its replies was worked out again; see `refresh-thread.ts`. */
  refreshes: number;
  lastActivityAt: Date;
  lastReplyBy: PersonRef | null;
  meToo: { personId: string; commune: string | null }[];
  meTooCount: number;
  /** Colleagues invited to answer: three at most, each once. */
  invitations?: { person: PersonRef; byId: string; at: Date }[];
  /** When the asker was reminded that no answer is accepted. */
  remindedAt?: Date;
  deletedAt: Date | null;
  deletedBy: string | null;
  /** Who took it out of sight in the club's name, and why; null when it was not, or by its author. */
  removal?: Removal | null;
  /** 1 to 3 while it is pinned: the unique index gives each place of a club to one thread. */
  pinSlot?: number;
  closure?: { at: Date; by: PersonRef; reason: string | null } | null;
  /** The first thread that asked this, with what is shown of it. */
  duplicateOf?: { threadId: Types.ObjectId; clubId: string; title: string; deleted: boolean } | null;
  /** The one it was linked to before; it counts its links again. */
  formerFirst?: Types.ObjectId;
  /** How many threads are linked to this one as asked before. */
  duplicateCount?: number;
  /** Moderations not yet in the audit trail, nor followed by what they bring about; see `follow-acts.ts`. */
  acts?: ModerationAct[];
  /** Set by a write until all that follows from it is done; see `settle.ts`. */
  unsettled?: string;
  idempotencyKey?: string;
}

const thread = new Schema<ThreadRecord>(
  {
    clubId: { type: String, required: true },
    kind: { type: String, enum: THREAD_KINDS, required: true },
    title: { type: String, required: true },
    body: { type: Schema.Types.Mixed, required: true },
    excerpt: { type: String, default: '' },
    watch: { type: Schema.Types.Mixed },
    tags: { type: [String], default: undefined },
    audience: { type: String, enum: ANNOUNCEMENT_AUDIENCES },
    author: { type: authorSchema, required: true },
    createdAt: { type: Date, required: true },
    editedAt: { type: Date, default: null },
    editedBy: { type: authorSchema, default: null },
    version: { type: Number, default: 1 },
    status: { type: String, enum: THREAD_STATUSES, default: 'open' },
    acceptedReplyId: { type: Schema.Types.ObjectId, default: null },
    acceptedAt: { type: Date, default: null },
    acceptedBy: { type: String, default: null },
    firstAnswerAt: { type: Date, default: null },
    lastNumber: { type: Number, default: 0 },
    deletedReplies: { type: Number, default: 0 },
    deletedNumbers: { type: [Number], default: [] },
    refreshes: { type: Number, default: 0 },
    lastActivityAt: { type: Date, required: true },
    lastReplyBy: { type: authorSchema, default: null },
    meToo: { type: [new Schema({ personId: String, commune: String }, { _id: false })], default: [] },
    meTooCount: { type: Number, default: 0 },
    invitations: { type: [new Schema({ person: authorSchema, byId: String, at: Date }, { _id: false })], default: undefined },
    remindedAt: { type: Date },
    deletedAt: { type: Date, default: null },
    deletedBy: { type: String, default: null },
    removal: { type: removalSchema, default: null },
    pinSlot: { type: Number },
    closure: { type: new Schema({ at: Date, by: authorSchema, reason: { type: String, default: null } }, { _id: false }), default: null },
    duplicateOf: {
      type: new Schema({ threadId: Schema.Types.ObjectId, clubId: String, title: String, deleted: Boolean }, { _id: false }),
      default: null,
    },
    formerFirst: { type: Schema.Types.ObjectId },
    duplicateCount: { type: Number, default: 0 },
    acts: pendingActs,
    unsettled: { type: String },
    idempotencyKey: { type: String },
  },
  { versionKey: false, minimize: false },
);
// A club's list, whole and by status, in the order shown.
thread.index({ clubId: 1, deletedAt: 1, lastActivityAt: -1, _id: -1 });
thread.index({ clubId: 1, deletedAt: 1, status: 1, lastActivityAt: -1, _id: -1 });
// By kind: a kind seldom used must not be looked for through the whole club.
thread.index({ clubId: 1, deletedAt: 1, kind: 1, lastActivityAt: -1, _id: -1 });
// By tag: tagged threads only, so that the others cost nothing more to write.
thread.index({ clubId: 1, deletedAt: 1, tags: 1, lastActivityAt: -1, _id: -1 }, { partialFilterExpression: { tags: { $exists: true } } });
// What is announced to the territory, whatever its club: few among all threads.
thread.index({ audience: 1, deletedAt: 1, lastActivityAt: -1, _id: -1 }, { partialFilterExpression: { audience: { $exists: true } } });
// How often someone was invited to answer lately.
thread.index(
  { 'invitations.person.id': 1, 'invitations.at': -1 },
  { partialFilterExpression: { 'invitations.person.id': { $exists: true } } },
);
// Questions answered some days ago whose asker is to be reminded, once.
thread.index({ status: 1, remindedAt: 1, firstAnswerAt: 1 });
// How long first answers take.
thread.index({ clubId: 1, firstAnswerAt: -1 });
// « Aujourd’hui »: a person's own questions, by state.
thread.index({ 'author.id': 1, status: 1, lastActivityAt: -1 });
// The same thread sent twice is created once.
thread.index({ 'author.id': 1, idempotencyKey: 1 }, { unique: true, partialFilterExpression: { idempotencyKey: { $exists: true } } });
// The pinned threads of a club; a fourth finds no place.
thread.index({ clubId: 1, pinSlot: 1 }, { unique: true, partialFilterExpression: { pinSlot: { $exists: true } } });
// Those linked to a thread that asked the same before.
thread.index({ 'duplicateOf.threadId': 1 }, { partialFilterExpression: { 'duplicateOf.threadId': { $exists: true } } });
// What a crash interrupted.
thread.index({ unsettled: 1 }, { partialFilterExpression: { unsettled: { $exists: true } } });
forgettingPages(thread, '_id');

export const ThreadModel = model<ThreadRecord>('Thread', thread);
