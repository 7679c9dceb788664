import { canDeclare } from '@beffroi/shared/features/substitutes/substitutes.policy';
import { actorOf, personRefOf } from '../accounts/accounts.queries.ts';
import type { PersonRecord } from '../accounts/person.model.ts';
import type { SubstituteRecord } from './substitute.model.ts';

/** What of her account the pool keeps beside what she says of herself. */
export const fromAccount = (person: PersonRecord): Pick<SubstituteRecord, 'person' | 'sortKey' | 'employer' | 'barred'> => {
  const ref = personRefOf(person);
  return { person: ref, sortKey: person.sortKey, employer: ref.commune?.slug ?? null, barred: !canDeclare(actorOf(person)) };
};
