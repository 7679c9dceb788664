import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canManagePeople } from '@beffroi/shared/features/accounts/accounts.policy';
import { Types } from 'mongoose';
import { now } from '../../../platform/clock.ts';
import { isDuplicate } from '../../../platform/duplicate-key.ts';
import { publish } from '../../../platform/events.ts';
import { AccountModel } from '../account.model.ts';
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

/** The id of the person who has this address, opened now unless she is there. */
const personFor = async ({ passwordHash: _hash, ...input }: NewPerson): Promise<string> => {
  const at = now();
  const person = {
    ...input,
    _id: new Types.ObjectId(),
    email: input.email.trim().toLowerCase(),
    emailVerified: true,
    expertise: input.expertise ?? [],
    memberships: input.memberships.map((membership) => ({ ...membership, since: membership.since ?? at })),
    createdAt: at,
    updatedAt: at,
  };
  try {
    await PersonModel.create({ ...person, sortKey: sortKeyOf(person), words: findableWords(person) });
    return person._id.toHexString();
  } catch (error) {
    const present = isDuplicate(error) && (await PersonModel.findOne({ email: person.email }, { _id: 1 }).lean());
    if (!present) throw error;
    return present._id.toHexString();
  }
};

/** The password one signs in with, unless there is one already: what a crash kept from the account is given it here. */
const ensurePassword = async (auth: Auth, userId: string, password: string): Promise<void> => {
  const credential = { userId, providerId: 'credential' };
  if (await AccountModel.exists(credential)) return;
  const { internalAdapter } = await auth.$context;
  try {
    await internalAdapter.createAccount({ ...credential, accountId: userId, password });
  } catch (error) {
    // Another process gave it in the same instant.
    if (!isDuplicate(error)) throw error;
  }
};

/**
 * Opens an account with its rights; creating the same address again gives the account that is there, as it is.
 * @returns the person's id
 * @throws AppError `forbidden`
 */
export const createPerson = async (actor: Actor, input: NewPerson, auth: Auth): Promise<string> => {
  if (!canManagePeople(actor)) throw new AppError('forbidden');
  const personId = await personFor(input);
  if (input.passwordHash) await ensurePassword(auth, personId, input.passwordHash);
  const clubIds = input.memberships.filter(({ scope }) => scope === 'club').map(({ scopeId }) => scopeId);
  if (input.memberships.some(({ role }) => role === 'administrator')) await publish('accounts.administrator.opened', { personId });
  await publish('accounts.rights.changed', { personId, clubIds });
  return personId;
};
