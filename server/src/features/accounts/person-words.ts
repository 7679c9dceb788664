import { fold, wordsOf } from '../../platform/fold.ts';
import { communeName } from '../directory/territory.queries.ts';

interface Described {
  name: string;
  function: string;
  expertise: string[];
  memberships: { scope: string; scopeId: string }[];
}

/** What orders the directory: the beginning of the folded name. */
export const sortKeyOf = ({ name }: Pick<Described, 'name'>): string => fold(name).slice(0, 100);

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
