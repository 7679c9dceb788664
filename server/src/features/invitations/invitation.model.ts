import { model, Schema, type Types } from 'mongoose';

export interface InvitedMembership {
  scope: 'commune' | 'club' | 'territory';
  /** The commune's slug, the club's id, or `territory`. */
  scopeId: string;
  role: string;
}

export interface InvitationRecord {
  _id: Types.ObjectId;
  email: string;
  name: string;
  function: string;
  memberships: InvitedMembership[];
  /** Who invited first, or sent the link anew since. */
  by: { id: string; name: string };
  /** Who added to it since. */
  alsoBy: string[];
  at: Date;
  expiresAt: Date;
  /** While nobody accepted nor revoked it. */
  open?: true;
  endedAt?: Date;
  /** Counts the links: only the last one opens. */
  serial: number;
  /** SHA-256 of the link's token, which is kept nowhere; written when the mail leaves. */
  tokenHash?: string;
  /** Until the mail left: when to try, first or next. */
  mailDue?: Date;
  mailTries: number;
  mailedAt?: Date;
}

const membership = new Schema<InvitedMembership>(
  { scope: { type: String, required: true }, scopeId: { type: String, required: true }, role: { type: String, required: true } },
  { _id: false },
);

const invitation = new Schema<InvitationRecord>(
  {
    email: { type: String, required: true },
    name: { type: String, required: true },
    function: { type: String, required: true },
    memberships: { type: [membership], required: true },
    by: { type: new Schema({ id: String, name: String }, { _id: false }), required: true },
    alsoBy: { type: [String], default: [] },
    at: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    open: Boolean,
    endedAt: Date,
    serial: { type: Number, default: 1 },
    tokenHash: String,
    mailDue: Date,
    mailTries: { type: Number, default: 0 },
    mailedAt: Date,
  },
  { versionKey: false },
);
const stillOpen = { open: { $exists: true } };
// One invitation an address: inviting again adds to it and mails nobody twice, whatever happens at once.
invitation.index({ email: 1 }, { unique: true, partialFilterExpression: stillOpen });
invitation.index({ tokenHash: 1 }, { unique: true, partialFilterExpression: { tokenHash: { $exists: true } } });
// The pending ones of a commune or a club, and all of them.
invitation.index({ 'memberships.scopeId': 1, _id: -1 }, { partialFilterExpression: stillOpen });
invitation.index({ open: 1, _id: -1 }, { partialFilterExpression: stillOpen });
invitation.index({ mailDue: 1 }, { partialFilterExpression: { mailDue: { $exists: true } } });
// Ended ones name people who may have declined: a year is enough to answer a question about them.
invitation.index({ endedAt: 1 }, { expireAfterSeconds: 365 * 86_400 });

export const InvitationModel = model<InvitationRecord>('Invitation', invitation);
