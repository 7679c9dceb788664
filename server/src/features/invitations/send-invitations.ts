import { now } from '../../platform/clock.ts';
import { subscribe } from '../../platform/events.ts';
import { logger } from '../../platform/logger.ts';
import type { Mailer } from '../../platform/mail.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { territoryName } from '../directory/territory.queries.ts';
import { ImportModel, type ImportRecord } from './import.model.ts';
import { invitationMail } from './invitation.mail.ts';
import { InvitationModel, type InvitationRecord } from './invitation.model.ts';
import { inviteAddress, personOf } from './invite-address.ts';
import { linkToken, tokenHash } from './link-token.ts';
import { tellInvited } from './tell-invited.ts';

export interface InvitationPost {
  mailer: Mailer;
  /** What links are worked out from. */
  secret: string;
  publicUrl: string;
}

/** As long a mail may take to leave: until then nobody else sends it. */
const LEASE_MS = 120_000;
const TRIES_MAX = 6;
const SWEEP_EVERY_MS = 30_000;

/** Carries out the confirmed files, a line at a time: a line done twice changes nothing, so that a crash resumes anywhere. */
const carryOutImports = async (): Promise<void> => {
  for (;;) {
    const file = await ImportModel.findOne({ pending: true }).sort({ _id: 1 }).lean<ImportRecord>();
    if (!file) return;
    for (const [index, line] of file.lines.entries()) {
      if (index < file.done) continue;
      await inviteAddress(file.by, line);
      await ImportModel.updateOne({ _id: file._id }, { $max: { done: index + 1 } });
    }
    // Names and addresses are not kept beside the invitations they became.
    await ImportModel.updateOne({ _id: file._id }, { $set: { doneAt: now(), lines: [] }, $unset: { pending: 1 } });
  }
};

/** Takes the next mail to send for itself. */
const nextDue = (): Promise<InvitationRecord | null> =>
  InvitationModel.findOneAndUpdate(
    { mailDue: { $lte: now() }, open: true },
    { $set: { mailDue: new Date(now().getTime() + LEASE_MS) }, $inc: { mailTries: 1 } },
    { sort: { mailDue: 1 }, returnDocument: 'after' },
  )
    .lean<InvitationRecord>()
    .exec();

const mailLink = async ({ mailer, secret, publicUrl }: InvitationPost, invitation: InvitationRecord): Promise<void> => {
  const { _id, serial } = invitation;
  const token = linkToken(secret, _id.toHexString(), serial);
  // First what the link is known by: no mail leaves whose link opens nothing.
  await InvitationModel.updateOne({ _id, serial, open: true }, { $set: { tokenHash: tokenHash(token) } });
  const { origin, hostname } = new URL(publicUrl);
  const messageId = `<invitation-${_id.toHexString()}-${serial}@${hostname}>`;
  await mailer.send(invitationMail(invitation, territoryName(), `${origin}/invitation/${token}`, messageId));
};

const sendOne = async (post: InvitationPost, invitation: InvitationRecord): Promise<void> => {
  const { _id, serial, email } = invitation;
  const personId = await personOf(email);
  await (personId ? tellInvited(invitation, personId) : mailLink(post, invitation));
  await InvitationModel.updateOne({ _id, serial }, { $set: { mailedAt: now() }, $unset: { mailDue: 1 } });
};

/** A refused mail is tried again later each time, then given up and shown as such to who invited. */
const postpone = async ({ _id, serial, mailTries }: InvitationRecord): Promise<void> => {
  const later = new Date(now().getTime() + 30_000 * 4 ** mailTries);
  await InvitationModel.updateOne({ _id, serial }, mailTries >= TRIES_MAX ? { $unset: { mailDue: 1 } } : { $set: { mailDue: later } });
};

const sendDue = async (post: InvitationPost): Promise<void> => {
  for (let due = await nextDue(); due; due = await nextDue()) {
    try {
      await sendOne(post, due);
    } catch (error) {
      logger.error({ err: error, invitation: due._id.toHexString() }, 'invitation not mailed');
      await postpone(due);
    }
  }
};

/** Carries out files and sends mails, when asked and from time to time; gives back how to stop once what is under way is done. */
export const startInviting = (post: InvitationPost): (() => Promise<void>) =>
  startRecurring({
    name: 'invite people',
    everyMs: SWEEP_EVERY_MS,
    work: async () => {
      await carryOutImports();
      await sendDue(post);
    },
    atOnce: true,
    listen: (wake) => subscribe('invitations.work.queued', wake),
  });
