/** How closely a person follows a thread. */
export const THREAD_LEVELS = ['all', 'mentions', 'muted'] as const;
export type ThreadLevel = (typeof THREAD_LEVELS)[number];

/** How closely a person follows a club: a member who chose nothing follows the essential. */
export const FOLLOW_LEVELS = ['all', 'essential', 'mentions', 'muted'] as const;
export type FollowLevel = (typeof FOLLOW_LEVELS)[number];

export const FOLLOW_LEVEL_LABEL: Record<FollowLevel, string> = {
  all: 'Tout suivre',
  essential: 'L’essentiel',
  mentions: 'Mentions seulement',
  muted: 'En sourdine',
};

/** Why a thread is followed on its own account, whatever its club's level. */
export const FOLLOW_REASONS = ['author', 'replied', 'me-too', 'chosen'] as const;
export type FollowReason = (typeof FOLLOW_REASONS)[number];

/** Why a thread stands in the list of what is to catch up with, the most pressing first. */
export const CATCH_UP_REASONS = ['mentioned', 'own', 'followed'] as const;
export type CatchUpReason = (typeof CATCH_UP_REASONS)[number];
