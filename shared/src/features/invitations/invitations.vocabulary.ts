import type { ClubRole, CommuneRole } from '../../core/actor.ts';

export const COMMUNE_ROLE_LABEL: Record<CommuneRole, string> = {
  agent: 'Agent',
  hr: 'Ressources humaines',
  referent: 'Référent',
};

export const CLUB_ROLE_LABEL: Record<ClubRole, string> = { member: 'Membre', guest: 'Invité', pilot: 'Pilote' };

/** A person from outside, who replaces absent agents. */
export const SUBSTITUTE_LABEL = 'Personne extérieure';
/** Where she is invited to. */
export const POOL_NAME = 'Vivier des remplacements';

/** What became of inviting an address: an invitation is sent, one was sent before, or she is there already and was given the rights. */
export const INVITATION_OUTCOMES = ['invited', 'pending', 'added'] as const;
export type InvitationOutcome = (typeof INVITATION_OUTCOMES)[number];

/** Where the mail of an invitation stands. */
export const MAIL_STATES = ['waiting', 'sent', 'failed'] as const;

/** What a line of a file will do. */
export const LINE_OUTCOMES = ['invite', 'pending', 'add', 'nothing', 'duplicate', 'error'] as const;
export type LineOutcome = (typeof LINE_OUTCOMES)[number];

export const LINE_OUTCOME_LABEL: Record<LineOutcome, string> = {
  invite: 'Invitation envoyée\u00a0: droits à son acceptation',
  pending: 'Déjà invité\u00a0: droits ajoutés à son invitation',
  add: 'Déjà là\u00a0: droits ajoutés',
  nothing: 'Déjà là, rien à faire',
  duplicate: 'En double dans le fichier',
  error: 'À corriger',
};

/** How long a link opens; then it is sent anew. */
export const INVITATION_DAYS = 14;
