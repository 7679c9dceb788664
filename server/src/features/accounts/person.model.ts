import { CLUB_ROLES, COMMUNE_ROLES } from '@beffroi/shared/core/actor';
import { type InferSchemaType, model, Schema, type Types } from 'mongoose';

/**
 * A right: what the person is, and where. Kept inside the person, so that her rights are read in one command
 * and change in one atomic update. `scopeId`: the club's id, the commune's slug, or « territory ».
 */
const membership = new Schema(
  {
    scope: { type: String, enum: ['territory', 'commune', 'club'], required: true },
    scopeId: { type: String, required: true },
    role: { type: String, enum: ['administrator', ...COMMUNE_ROLES, ...CLUB_ROLES, 'substitute'], required: true },
    since: { type: Date, required: true },
  },
  { _id: false },
);
const joinRequest = new Schema(
  {
    clubId: { type: String, required: true },
    at: { type: Date, required: true },
    /** What a pilot decided, until it is carried out. */
    decision: { type: new Schema({ accepted: { type: Boolean, required: true }, byId: { type: String, required: true } }, { _id: false }) },
    /** Set while something is to follow: pilots to tell, a decision to carry out; see `settle-requests.ts`. */
    due: Boolean,
  },
  { _id: false },
);

const person = new Schema(
  {
    // The fields better-auth keeps for an account; it reads and writes this same collection.
    email: { type: String, required: true, lowercase: true },
    emailVerified: { type: Boolean, required: true, default: true },
    name: { type: String, required: true },
    image: { type: String, default: null },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    // The product's own.
    function: { type: String, required: true },
    phone: { type: String, default: null },
    expertise: { type: [String], default: [] },
    memberships: { type: [membership], default: [] },
    /** Since when the account is shut; its rights sleep with it. */
    suspendedAt: { type: Date, default: null },
    joinRequests: { type: [joinRequest], default: [] },
    /** What orders the directory: the folded name, « responsable urbanisme ». */
    sortKey: { type: String, required: true },
    /** Folded words one may find the person by; prefixes of them are matched. */
    words: { type: [String], default: [] },
  },
  { collection: 'people', versionKey: false, timestamps: false },
);
// Named as better-auth names it, which sees to the same index.
person.index({ email: 1 }, { unique: true, name: 'people_email_uidx' });
// A club's members and a commune's people, in alphabetical order.
person.index({ 'memberships.scopeId': 1, sortKey: 1, _id: 1 });
// The same by id: everyone concerned is walked through page by page.
person.index({ 'memberships.scopeId': 1, _id: 1 });
// The whole directory in order, and its search by beginnings of words.
person.index({ sortKey: 1, _id: 1 });
person.index({ words: 1 });
// Those who answer for something: pilots, referents.
person.index({ 'memberships.role': 1, sortKey: 1 });
person.index({ 'joinRequests.clubId': 1 });
// Requests that something is still to follow from.
person.index({ 'joinRequests.due': 1 });

export type PersonFields = InferSchemaType<typeof person>;
export type PersonRecord = PersonFields & { _id: Types.ObjectId };
export const PersonModel = model('Person', person);
