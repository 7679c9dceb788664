/** How one enters a club. */
export const CLUB_ACCESS = ['open', 'request', 'invitation'] as const;
export type ClubAccess = (typeof CLUB_ACCESS)[number];

export const CLUB_ACCESS_LABEL: Record<ClubAccess, string> = {
  open: 'Ouvert à tous les agents',
  request: 'Sur demande',
  invitation: 'Sur invitation',
};

/** Where the reader stands with a club. */
export const CLUB_STANDINGS = ['none', 'requested', 'guest', 'member', 'pilot'] as const;
export type ClubStanding = (typeof CLUB_STANDINGS)[number];

export const CLUB_STANDING_LABEL: Record<ClubStanding, string> = {
  none: 'Non membre',
  requested: 'Demande envoyée',
  guest: 'Invité',
  member: 'Membre',
  pilot: 'Pilote',
};
