/** What the audit trail tells apart. */
export const MODERATION_ACTIONS = [
  'pin',
  'unpin',
  'close',
  'reopen',
  'move-out',
  'move-in',
  'mark-duplicate',
  'unmark-duplicate',
  'remove',
  'restore',
  'edit',
  'dismiss-report',
  'uphold-report',
  'accept-request',
  'decline-request',
  'create-club',
  'edit-club',
  'archive-club',
  'reopen-club',
  'name-pilot',
  'remove-pilot',
  'add-member',
  'remove-member',
  'edit-tags',
  'accept-reply',
  'unaccept-reply',
  'remove-comment',
  'restore-comment',
] as const;
export type ModerationAction = (typeof MODERATION_ACTIONS)[number];

/** Why a post is reported. */
export const REPORT_REASONS = ['personal-data', 'offensive', 'wrong', 'off-topic', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

export const REPORT_REASON_LABEL: Record<ReportReason, string> = {
  'personal-data': 'Données personnelles ou confidentielles',
  offensive: 'Propos blessants ou déplacés',
  wrong: 'Information fausse ou dépassée',
  'off-topic': 'Hors sujet ou publicité',
  other: 'Autre raison',
};

export const REPORT_DECISIONS = ['dismiss', 'remove'] as const;
export type ReportDecision = (typeof REPORT_DECISIONS)[number];

/** How long the audit trail is kept: long enough to answer who asks why, and no longer. */
export const TRAIL_KEPT_DAYS = 365;
