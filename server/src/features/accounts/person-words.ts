import { fold, wordsOf } from '../../platform/fold.ts';
import { communeName } from '../directory/territory.queries.ts';

interface Described {
  name: string;
  function: string;
  expertise: string[];
  memberships: { scope: string; scopeId: string }[];
}

const DIGITS = 6;

/** What orders lists of people: the beginning of the folded name, its numbers by their worth (« Candidate 2 » before « Candidate 10 »). */
export const sortKeyOf = ({ name }: Pick<Described, 'name'>): string =>
  fold(name)
    .replace(/\d+/g, (digits) => digits.padStart(DIGITS, '0'))
    .slice(0, 100);

/** What a colleague may type to find the person: her name, function, communes and expertise. */
export const findableWords = (person: Described): string[] =>
  wordsOf(
    [
      person.name,
      person.function,
      ...person.expertise,
      ...person.memberships.filter(({ scope }) => scope === 'commune').map(({ scopeId }) => communeName(scopeId)),
    ].join(' '),
  );
