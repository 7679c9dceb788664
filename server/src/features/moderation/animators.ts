import { PersonModel } from '../accounts/person.model.ts';

/** Whether somebody animates the club: a suspended account does not. */
export const hasPilot = async (clubId: string): Promise<boolean> =>
  Boolean(await PersonModel.exists({ suspendedAt: null, memberships: { $elemMatch: { scope: 'club', scopeId: clubId, role: 'pilot' } } }));

/** Those who administer the territory. */
export const administratorIds = async (): Promise<string[]> => {
  const people = await PersonModel.find(
    { suspendedAt: null, memberships: { $elemMatch: { scopeId: 'territory', role: 'administrator' } } },
    { _id: 1 },
  ).lean();
  return people.map(({ _id }) => _id.toHexString());
};
