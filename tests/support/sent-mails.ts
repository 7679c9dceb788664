import { NotificationModel } from '../../server/src/features/notifications/notification.model.ts';
import { sendDueMails } from '../../server/src/features/notifications/send-mails.ts';
import type { Mail } from '../../server/src/platform/mail.ts';
import { allTold } from './told.ts';
import type { TestPerson } from './world.ts';

export const PUBLIC_URL = 'https://beffroi.essai.example';
const MINUTE_MS = 60_000;

/** Sends what is due that many minutes from now, and gives what goes to this person. */
export const sentTo = async ({ email }: TestPerson, minutes = 3, refuses = false): Promise<Mail[]> => {
  await allTold();
  const sent: Mail[] = [];
  const mailer = {
    send: async (mail: Mail) => {
      if (refuses && mail.to === email) throw new Error('refused');
      sent.push(mail);
    },
  };
  await sendDueMails({ mailer, secret: 'un-secret', publicUrl: PUBLIC_URL }, new Date(Date.now() + minutes * MINUTE_MS));
  return sent.filter(({ to }) => to === email);
};

/** What became of the mails of all she was told, in order. */
export const outcomes = async ({ id }: TestPerson) =>
  (await NotificationModel.find({ personId: id }).sort({ at: 1, _id: 1 }).lean()).map(({ mail }) => mail);
