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

/** Why nothing is written there any more. */
export const ARCHIVED = 'Ce club est archivé\u00a0: on le lit encore, on n’y écrit plus.';

/** The colours of clubs' marks: white text is legible on each. */
export const CLUB_HUES = {
  '#2f7d6b': 'Vert d’eau',
  '#7a4fa3': 'Violet',
  '#365fb8': 'Bleu',
  '#9c5320': 'Brun',
  '#a33d6b': 'Framboise',
  '#80621b': 'Ocre',
  '#a8452f': 'Brique',
  '#1f6a86': 'Bleu canard',
  '#4a5568': 'Ardoise',
  '#2a7a3f': 'Vert',
  '#6b6a14': 'Olive',
  '#5b4bb3': 'Indigo',
  '#b03050': 'Carmin',
} as const;
