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
}

/** Who animates the club makes it of what the club learnt; who answered, of her own answer. */
export const canCreateFiche = (actor: Actor, { club, answeredById }: AnsweredFacts): boolean =>
  answeredById !== null && canPost(actor, club) && (animates(actor, club) || answeredById === actor.personId);

export const canReadFiche = (actor: Actor, { club }: FicheFacts): boolean => canRead(actor, club);

export const canEditFiche = (actor: Actor, { club, createdById, answeredById }: FicheFacts): boolean =>
  canPost(actor, club) && (animates(actor, club) || [createdById, answeredById].includes(actor.personId));
