import type { Actor } from '../../core/actor.ts';
import { animates, type ClubFacts, canPost, canRead } from '../clubs/clubs.policy.ts';

export interface AnsweredFacts {
  club: ClubFacts;
  /** Who wrote the accepted answer; null while none is accepted, or its thread is deleted. */
  answeredById: string | null;
}
export interface FicheFacts {
  club: ClubFacts;
  createdById: string;
  answeredById: string;
  /** Taken out of sight by those who animate the club. */
  removed: boolean;
}

/** Who animates the club makes it of what the club learnt; who answered, of her own answer. */
export const canCreateFiche = (actor: Actor, { club, answeredById }: AnsweredFacts): boolean =>
  answeredById !== null && canPost(actor, club) && (animates(actor, club) || answeredById === actor.personId);

/** A fiche removed is there for those alone who may put it back. */
export const canReadFiche = (actor: Actor, { club, removed }: FicheFacts): boolean =>
  canRead(actor, club) && (!removed || animates(actor, club));

export const canEditFiche = (actor: Actor, { club, createdById, answeredById, removed }: FicheFacts): boolean =>
  !removed && canPost(actor, club) && (animates(actor, club) || [createdById, answeredById].includes(actor.personId));

/** Whoever reads what somebody else made may report it. */
export const canReportFiche = (actor: Actor, fiche: FicheFacts): boolean =>
  canReadFiche(actor, fiche) && !fiche.removed && fiche.createdById !== actor.personId;

/** A fiche speaks in the club's name: those who animate it take it out of sight, their own too. */
export const canRemoveFiche = (actor: Actor, { club, removed }: FicheFacts): boolean => !removed && animates(actor, club);

export const canRestoreFiche = (actor: Actor, { club, removed }: FicheFacts): boolean => removed && animates(actor, club);

export const ficheAbilities = (actor: Actor, fiche: FicheFacts) => ({
  'fiche.edit': canEditFiche(actor, fiche),
  'fiche.report': canReportFiche(actor, fiche),
  'fiche.remove': canRemoveFiche(actor, fiche),
  'fiche.restore': canRestoreFiche(actor, fiche),
});
