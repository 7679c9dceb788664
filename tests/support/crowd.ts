import { randomUUID } from 'node:crypto';
import { Types } from 'mongoose';
import { PersonModel } from '../../server/src/features/accounts/person.model.ts';
import type { TestClub } from './world.ts';

/** Many members of a club at once, who never sign in. @returns their ids, in order */
export const buildCrowd = async (club: TestClub, size: number): Promise<string[]> => {
  const at = new Date();
  const people = Array.from({ length: size }, (_, index) => ({
    _id: new Types.ObjectId(),
    email: `foule-${index}-${randomUUID().slice(0, 8)}@essai.example`,
    emailVerified: true,
    name: `Membre ${index}`,
    function: 'Agent',
    sortKey: `membre ${String(index).padStart(5, '0')}`,
    memberships: [
      { scope: 'commune', scopeId: 'anzin', role: 'agent', since: at },
      { scope: 'club', scopeId: club.id, role: 'member', since: at },
    ],
    createdAt: at,
    updatedAt: at,
  }));
  await PersonModel.insertMany(people);
  return people.map(({ _id }) => _id.toHexString()).sort();
};
