/** What one can be told of. */
export const NOTIFICATION_KINDS = [
  'reply',
  'mention',
  'thread',
  'answer-accepted',
  'invited-to-answer',
  'accept-reminder',
  'report',
  'moderation',
  'join-request',
  'join-decision',
  'announcement',
  'fiche',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];
