import { createHmac, timingSafeEqual } from 'node:crypto';
import { NOTIFICATION_KINDS, type NotificationKind } from '@beffroi/shared/features/notifications/notifications.vocabulary';

/** Whose mails of which kind a link ends. It is good for ever: a mail may be opened a year later. */
export interface Unsubscription {
  personId: string;
  kind: NotificationKind;
}

const signatureOf = (payload: string, secret: string): Buffer => createHmac('sha256', secret).update(`unsubscribe:${payload}`).digest();

/** A token that only we can make, and that is good for nothing else. */
export const signUnsubscription = ({ personId, kind }: Unsubscription, secret: string): string => {
  const payload = `${personId}.${kind}`;
  return `${payload}.${signatureOf(payload, secret).toString('base64url')}`;
};

/** What a token allows; null when it is none of ours. */
export const readUnsubscription = (token: string, secret: string): Unsubscription | null => {
  const match = /^(([0-9a-f]{24})\.([a-z-]{1,40}))\.([\w-]{43})$/.exec(token);
  if (!match) return null;
  const [, payload, personId, kind, signature] = match as unknown as [string, string, string, NotificationKind, string];
  const right = timingSafeEqual(Buffer.from(signature, 'base64url'), signatureOf(payload, secret));
  return right && NOTIFICATION_KINDS.includes(kind) ? { personId, kind } : null;
};
