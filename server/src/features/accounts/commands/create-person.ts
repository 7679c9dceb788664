import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canManagePeople } from '@beffroi/shared/features/accounts/accounts.policy';
import { Types } from 'mongoose';
import { now } from '../../../platform/clock.ts';
import { publish } from '../../../platform/events.ts';
import type { Auth } from '../auth.ts';
import { PersonModel } from '../person.model.ts';
import { findableWords, sortKeyOf } from '../person-words.ts';

export interface NewPerson {
  email: string;
  name: string;
  function: string;
  expertise?: string[];
  memberships: { scope: 'territory' | 'commune' | 'club'; scopeId: string; role: string; since?: Date }[];
  /** Already hashed by `auth`; without one the person chooses hers by « mot de passe oublié ». */
  passwordHash?: string;
}

/**
 * Opens an account with its rights; creating the same address again gives the account that is there.
 * @throws AppError `forbidden`
 */
export const createPerson = async (actor: Actor, input: NewPerson, auth: Auth): Promise<string> => {
  if (!canManagePeople(actor)) throw new AppError('forbidden');
  const email = input.email.trim().toLowerCase();
  const existing = await PersonModel.findOne({ email }, { _id: 1 }).lean();
  if (existing) return existing._id.toHexString();
  const at = now();
  const person = {
    _id: new Types.ObjectId(),
    email,
    emailVerified: true,
    name: input.name,
    function: input.function,
    expertise: input.expertise ?? [],
    memberships: input.memberships.map((membership) => ({ ...membership, since: membership.since ?? at })),
    createdAt: at,
    updatedAt: at,
  };
  await PersonModel.create({ ...person, sortKey: sortKeyOf(person), words: findableWords(person) });
  if (input.passwordHash) {
    const { internalAdapter } = await auth.$context;
    const userId = person._id.toHexString();
    await internalAdapter.createAccount({ userId, accountId: userId, providerId: 'credential', password: input.passwordHash });
  }
  const clubIds = input.memberships.filter(({ scope }) => scope === 'club').map(({ scopeId }) => scopeId);
  await publish('accounts.rights.changed', { personId: person._id.toHexString(), clubIds });
  return person._id.toHexString();
};
