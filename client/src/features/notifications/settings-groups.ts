import { EXCHANGE_KINDS, type NotificationKind } from '@beffroi/shared/features/notifications/notifications.vocabulary';

export const TO_ME: NotificationKind[] = [
  'mention',
  'reply',
  'answer-accepted',
  'invited-to-answer',
  'accept-reminder',
  'invitation',
  'join-decision',
  'membership',
  'moderation',
  'document-comment',
  'suggestion-decision',
];
export const OF_MY_CLUBS: NotificationKind[] = ['thread', 'announcement', 'fiche'];
export const ANIMATING: NotificationKind[] = ['join-request', 'report', 'suggestion'];
/** What concerns one oneself whatever the club: nobody wants it otherwise in one of them. */
export const EVERYWHERE_ALIKE = new Set<NotificationKind>([
  'accept-reminder',
  'invitation',
  'join-decision',
  'membership',
  'moderation',
  ...EXCHANGE_KINDS,
]);
