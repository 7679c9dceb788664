import { now } from '../../platform/clock.ts';
import { publish } from '../../platform/events.ts';
import { objectId } from '../../platform/object-id.ts';
import { PersonModel } from '../accounts/person.model.ts';
import { knownClub } from '../clubs/known-clubs.queries.ts';
import type { InvitedMembership } from './invitation.model.ts';

/** Pushed unless it is there: twice gives it once. In a club one has one role, and a stronger one replaces it. */
const give = async (personId: string, { scope, scopeId, role }: InvitedMembership): Promise<boolean> => {
  const _id = objectId(personId);
  const same = { scope, scopeId, ...(scope === 'commune' && { role }) };
  const added = await PersonModel.updateOne(
    { _id, memberships: { $not: { $elemMatch: same } } },
    { $push: { memberships: { scope, scopeId, role, since: now() } } },
  );
  if (added.modifiedCount > 0) return true;
  if (scope === 'commune' || role === 'guest') return false;
  const weaker = role === 'pilot' ? ['member', 'guest'] : ['guest'];
  const raised = await PersonModel.updateOne(
    { _id, memberships: { $elemMatch: { scope, scopeId, role: { $in: weaker } } } },
    { $set: { 'memberships.$.role': role } },
  );
  return raised.modifiedCount > 0;
};

/** Gives a person who is there the rights she lacks. @returns whether any was lacking */
export const giveRights = async (personId: string, memberships: readonly InvitedMembership[]): Promise<boolean> => {
  let changed = false;
  // A club archived since the invitation takes nobody in.
  const open = memberships.filter(({ scope, scopeId }) => scope !== 'club' || !knownClub(scopeId)?.archived);
  for (const membership of open) changed = (await give(personId, membership)) || changed;
  const clubIds = open.filter(({ scope }) => scope === 'club').map(({ scopeId }) => scopeId);
  if (clubIds.length > 0)
    await PersonModel.updateOne({ _id: objectId(personId) }, { $pull: { joinRequests: { clubId: { $in: clubIds } } } });
  if (!changed) return false;
  await publish('accounts.communes.changed', { personId });
  await publish('accounts.rights.changed', { personId, clubIds });
  return true;
};
