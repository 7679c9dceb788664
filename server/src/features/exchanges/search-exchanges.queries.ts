import type { Actor } from '@beffroi/shared/core/actor';
import { CADRES } from '@beffroi/shared/core/public-service/grades';
import { METIERS } from '@beffroi/shared/core/public-service/metiers';
import { allCommunes } from '../directory/territory.queries.ts';
import { foundNeeds } from '../replacements/found-needs.queries.ts';
import { askedWords } from '../search/french-words.queries.ts';
import { foundVacancies } from '../vacancies/found-vacancies.queries.ts';

interface Asked {
  q: string;
  limit: number;
  /** The last word is the beginning of one. */
  typing?: 'true' | 'false' | undefined;
}

/** One more than is shown was read, to know whether there are others. */
const upTo = <T>(limit: number, items: T[]) => ({ items: items.slice(0, limit), more: items.length > limit });

const WORK = [...METIERS, ...CADRES].map(({ label }) => label).join(' ');
/** What one looks for here first: métiers, cadres d’emplois, places. */
const ownWords = (): string => [WORK, ...allCommunes().map(({ name }) => name)].join(' ');

/**
 * Open vacancies and needs to come that hold all the words, of each what the actor may read: seven commands at most, whatever the words
 * and however many there are.
 */
export const searchExchanges = async (actor: Actor, { q, limit, typing }: Asked) => {
  const words = await askedWords(q, typing === 'true', ownWords);
  const [vacancies, needs] = await Promise.all([foundVacancies(actor, words, limit + 1), foundNeeds(actor, words, limit + 1)]);
  return { vacancies: upTo(limit, vacancies), needs: upTo(limit, needs) };
};
