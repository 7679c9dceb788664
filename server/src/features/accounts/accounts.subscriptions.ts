import mongoose from 'mongoose';
import { publish, subscribe } from '../../platform/events.ts';
import { objectId } from '../../platform/object-id.ts';
import { subscribeAdmissions } from './authenticate.ts';
import { PersonModel, type PersonRecord } from './person.model.ts';
import { findableWords } from './person-words.ts';

/** A person is found by the communes she serves. */
const findByCommunes = async ({ personId }: { personId: string }): Promise<void> => {
  const _id = objectId(personId);
  const person = await PersonModel.findById(_id).lean<PersonRecord>();
  if (person) await PersonModel.updateOne({ _id }, { $set: { words: findableWords(person) } });
};

/** Ends every session of an account that was shut, here and in the store; whoever tries to open another is told. */
const endSessions = async ({ personId }: { personId: string }): Promise<void> => {
  await mongoose.connection.collection('sessions').deleteMany({ userId: objectId(personId) });
  await publish('accounts.rights.changed', { personId, clubIds: [] });
  await publish('accounts.sessions.ended', { personId });
};

/** What accounts do when something happens elsewhere. */
export const subscribeAccounts = (): void => {
  subscribeAdmissions();
  subscribe('accounts.communes.changed', findByCommunes);
  subscribe('accounts.person.suspended', endSessions);
};
