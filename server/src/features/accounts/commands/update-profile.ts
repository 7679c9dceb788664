import type { Actor } from '@beffroi/shared/core/actor';
import type { Me, ProfileInput } from '@beffroi/shared/features/accounts/accounts.contract';
import { now } from '../../../platform/clock.ts';
import { publish } from '../../../platform/events.ts';
import { presentMe } from '../accounts.presenter.ts';
import { findPerson } from '../accounts.queries.ts';
import { PersonModel } from '../person.model.ts';
import { findableWords, sortKeyOf } from '../person-words.ts';

/** Changes one's own profile. What was written before keeps the name it was written under. */
export const updateProfile = async (actor: Actor, input: ProfileInput): Promise<Me> => {
  const person = await findPerson(actor.personId);
  const changed = { ...person, ...input };
  await PersonModel.updateOne(
    { _id: person._id },
    { $set: { ...input, sortKey: sortKeyOf(changed), words: findableWords(changed), updatedAt: now() } },
  );
  await publish('accounts.profile.changed', { personId: actor.personId });
  return presentMe(changed);
};
