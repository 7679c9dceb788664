import type { Actor } from '@beffroi/shared/core/actor';
import { foundNeeds } from '../replacements/found-needs.queries.ts';
import { foundVacancies } from '../vacancies/found-vacancies.queries.ts';

interface Asked {
  q: string;
  limit: number;
}

/** One more than is shown was read, to know whether there are others. */
const upTo = <T>(limit: number, items: T[]) => ({ items: items.slice(0, limit), more: items.length > limit });

/**
 * Open vacancies and needs to come that hold all the words, of each what the actor may read: six commands at most, whatever the words
 * and however many there are.
 */
export const searchExchanges = async (actor: Actor, { q, limit }: Asked) => {
  const [vacancies, needs] = await Promise.all([foundVacancies(actor, q, limit + 1), foundNeeds(actor, q, limit + 1)]);
  return { vacancies: upTo(limit, vacancies), needs: upTo(limit, needs) };
};
