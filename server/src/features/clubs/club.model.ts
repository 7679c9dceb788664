import { CLUB_ROLES } from '@beffroi/shared/core/actor';
import { CLUB_ACCESS } from '@beffroi/shared/features/clubs/clubs.vocabulary';
import { type InferSchemaType, model, Schema, type Types } from 'mongoose';
import { actSchema, pendingActs } from '../../platform/audit-trail.ts';

/** A role given, changed or taken: `role` is null for who leaves. Carried out by `settle-club.ts`, whatever interrupts it. */
const roleChange = new Schema(
  {
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    role: { type: String, enum: [...CLUB_ROLES, null], default: null },
    act: { type: actSchema, required: true },
    /** By herself, who need not be told then. */
    accepted: Boolean,
  },
  { versionKey: false },
);

const counting = { asked: Number, counted: Number };

const club = new Schema(
  {
    slug: { type: String, required: true },
    name: { type: String, required: true },
    /** Place in the list: the first clubs first. */
    order: { type: Number, required: true },
    mark: { type: String, required: true },
    hue: { type: String, required: true },
    summary: { type: String, required: true },
    purposes: { type: [String], default: [] },
    audience: { type: [String], default: [] },
    firstWorks: { type: [String], default: [] },
    charter: { type: String, default: '' },
    rhythm: { type: String, default: '' },
    place: { type: String, default: '' },
    access: { type: String, enum: CLUB_ACCESS, required: true },
    /** What the club sorts its threads by, in its order. */
    tags: {
      type: [new Schema({ slug: { type: String, required: true }, name: { type: String, required: true } }, { _id: false })],
      default: [],
    },
    tagsVersion: { type: Number, default: 0 },
    /** Counters the list of clubs shows; each is moved by the command that changes what it counts. */
    memberCount: { type: Number, default: 0 },
    threadCount: { type: Number, default: 0 },
    lastActivityAt: { type: Date, default: null },
    /** Of threads and of members, how many counts were begun, and which of them stands; see `recount.ts`. */
    counting: { type: { threads: counting, members: counting }, _id: false },
    /** Counts the changes of the card. */
    version: { type: Number, default: 0 },
    createdAt: Date,
    archivedAt: { type: Date, default: null },
    /** What was done to the club and to whom it belongs, until it is carried out; see `settle-club.ts`. */
    acts: pendingActs,
    roleChanges: { type: [roleChange], default: undefined },
    /** Counts the changes of roles, so that two at once never take the last pilot. */
    rolesVersion: { type: Number, default: 0 },
    /** While every commune is to be told of the club: who opened it. */
    announcedBy: String,
  },
  { versionKey: false },
);
club.index({ slug: 1 }, { unique: true });

export type ClubFields = InferSchemaType<typeof club>;
export type ClubRecord = ClubFields & { _id: Types.ObjectId };
export const ClubModel = model('Club', club);
