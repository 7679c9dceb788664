import { now } from '../../platform/clock.ts';
import { subscribe } from '../../platform/events.ts';
import { logger } from '../../platform/logger.ts';
import type { Mailer } from '../../platform/mail.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { PlaceMailModel, type PlaceMailRecord } from './place-mail.model.ts';
import { ReplacementModel, type ReplacementRecord } from './replacement.model.ts';
import { BEFFROI, newAct } from './replacement-act.model.ts';
import { settleReplacement } from './settle-replacement.ts';

export interface PlacePost {
  mailer: Mailer;
  publicUrl: string;
}

/** Left to this process that long; and, doubled each time, tried again after a failure. */
const RETRY_MS = 60_000;
const TRIES_MAX = 8;
const SWEEP_EVERY_MS = 30_000;

/** Takes the oldest due: one statement, so that two processes never both take it. */
const claim = (at: Date): Promise<PlaceMailRecord | null> =>
  PlaceMailModel.findOneAndUpdate(
    { dueAt: { $lte: at } },
    { $set: { dueAt: new Date(at.getTime() + RETRY_MS) }, $inc: { tries: 1 } },
    { sort: { dueAt: 1 }, returnDocument: 'after' },
  ).lean<PlaceMailRecord>();

/** HR reads in the need's trail that the service was told, or that it could not be. */
const keepAct = async ({ _id, replacementId, substitute }: PlaceMailRecord, action: 'place-told' | 'place-not-told'): Promise<void> => {
  const act = newAct({ _id: `place.${_id}`, by: BEFFROI, action, person: substitute });
  const need = await ReplacementModel.findOneAndUpdate(
    { _id: replacementId, 'pendingActs._id': { $ne: act._id } },
    { $push: { pendingActs: act }, $inc: { version: 1 }, $set: { unsettled: new Date() } },
    { returnDocument: 'after' },
  ).lean<ReplacementRecord>();
  if (need) await settleReplacement(need);
};

const end = async (mail: PlaceMailRecord, action: 'place-told' | 'place-not-told'): Promise<void> => {
  await keepAct(mail, action);
  await PlaceMailModel.updateOne({ _id: mail._id }, { $unset: { dueAt: 1 } });
};

/**
 * Never lost, sometimes doubled: killed after the mail server accepted it and before that is written down, it is sent again, since nobody
 * can ask a mail server what it accepted. Both bear the same `Message-ID`, by which mailboxes know them for one.
 */
const sendOne = async ({ mailer, publicUrl }: PlacePost, mail: PlaceMailRecord): Promise<void> => {
  const { _id, to, fromName, subject, text } = mail;
  if (mail.tooMany) return end(mail, 'place-not-told');
  await mailer.send({ to, fromName, subject, text, messageId: `<place-${_id}@${new URL(publicUrl).hostname}>` });
  await end(mail, 'place-told');
};

const putOff = async (mail: PlaceMailRecord): Promise<void> => {
  if (mail.tries >= TRIES_MAX) return end(mail, 'place-not-told');
  await PlaceMailModel.updateOne({ _id: mail._id }, { $set: { dueAt: new Date(now().getTime() + RETRY_MS * 2 ** mail.tries) } });
};

/** Sends what is due at this instant; a refused mail is tried again, then given up and HR reads so. */
export const sendDuePlaceMails = async (post: PlacePost, goOn: () => boolean = () => true): Promise<void> => {
  for (let mail = await claim(now()); mail; mail = goOn() ? await claim(now()) : null) {
    const present = mail;
    await sendOne(post, present).catch(async (error: unknown) => {
      logger.error({ err: error, placeMail: present._id }, 'service not told by mail');
      await putOff(present);
    });
  }
};

/** Starts sending, as people are booked and from time to time. @returns how to stop; the one under way is finished first */
export const startTellingPlaces = (post: PlacePost): (() => Promise<void>) =>
  startRecurring({
    name: 'tell places',
    everyMs: SWEEP_EVERY_MS,
    work: (goOn) => sendDuePlaceMails(post, goOn),
    atOnce: true,
    listen: (wake) => subscribe('replacements.bookings.changed', wake),
  });
