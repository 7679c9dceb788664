import { isDuplicate } from '../../platform/duplicate-key.ts';
import { MailTallyModel } from './mail-tally.model.ts';
import type { NotificationRecord } from './notification.model.ts';
import { NotificationModel } from './notification.model.ts';

const dayOf = (at: Date): string => at.toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' });

interface Ration {
  personId: string;
  perDay: number;
  now: Date;
}

/**
 * Takes one of the day's mails for a notification; taken once already, it stays taken. One document holds the count, so that two
 * processes never give the last one twice.
 * @returns which of the day it is, 1 the first; null when there are no more
 */
export const takeFromDay = async (id: string, { personId, perDay, now }: Ration): Promise<number | null> => {
  const _id = `${personId}:${dayOf(now)}`;
  await MailTallyModel.updateOne({ _id }, { $setOnInsert: { sent: [], count: 0, at: now } }, { upsert: true }).catch((error: unknown) => {
    // Another process made it at the same instant.
    if (!isDuplicate(error)) throw error;
  });
  const taken = await MailTallyModel.findOneAndUpdate(
    { _id, count: { $lt: perDay }, sent: { $ne: id } },
    { $push: { sent: id }, $inc: { count: 1 } },
    { returnDocument: 'after' },
  ).lean();
  if (taken) return taken.count;
  const place = (await MailTallyModel.findById(_id).lean())?.sent.indexOf(id) ?? -1;
  return place < 0 ? null : place + 1;
};

/**
 * Makes this notification the one of its thread that goes out by mail until the person has come back to it; a unique index gives the
 * place to one only. False when another has it, or when she has read this one meanwhile.
 */
export const holdThread = async ({ _id, threadId }: Pick<NotificationRecord, '_id' | 'threadId'>): Promise<boolean> => {
  if (!threadId) return true;
  try {
    return (await NotificationModel.updateOne({ _id, unread: true }, { $set: { mailHold: true } })).matchedCount === 1;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
};

/** Gives the place back: this one did not go out after all. */
export const releaseThread = async ({ _id }: Pick<NotificationRecord, '_id'>): Promise<void> => {
  await NotificationModel.updateOne({ _id }, { $unset: { mailHold: 1 } });
};
