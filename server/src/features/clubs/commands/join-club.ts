import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canJoin, canRequest } from '@beffroi/shared/features/clubs/clubs.policy';
import { ARCHIVED } from '@beffroi/shared/features/clubs/clubs.vocabulary';
import { now } from '../../../platform/clock.ts';
import { publish } from '../../../platform/events.ts';
import { inBackground } from '../../../platform/logger.ts';
import { objectId } from '../../../platform/object-id.ts';
import { PersonModel } from '../../accounts/person.model.ts';
import { visibleClub } from '../known-clubs.queries.ts';

/** Adds the membership unless it is there; says whether it was added, so that a club counts nobody twice. */
export const addMember = async (personId: string, clubId: string): Promise<boolean> => {
  const added = await PersonModel.updateOne(
    { _id: objectId(personId), memberships: { $not: { $elemMatch: { scope: 'club', scopeId: clubId } } } },
    { $push: { memberships: { scope: 'club', scopeId: clubId, role: 'member', since: now() } } },
  );
  // Also when she was in already: a request that nothing is left to decide must not stay.
  await PersonModel.updateOne({ _id: objectId(personId) }, { $pull: { joinRequests: { clubId } } });
  if (added.modifiedCount === 0) return false;
  await publish('accounts.rights.changed', { personId, clubIds: [clubId] });
  return true;
};

/**
 * Joins an open club, or asks to join one on request; doing it again changes nothing.
 * @throws AppError `not-found`, `forbidden` (a guest, a substitute, a club by invitation)
 */
export const joinClub = async (actor: Actor, slug: string): Promise<void> => {
  const club = visibleClub(actor, slug);
  if (actor.clubs[club.id]) return;
  if (canJoin(actor, club)) {
    await addMember(actor.personId, club.id);
    return;
  }
  if (!canRequest(actor, club, 'none')) throw new AppError('forbidden', club.archived ? { detail: ARCHIVED } : {});
  await PersonModel.updateOne(
    { _id: objectId(actor.personId), 'joinRequests.clubId': { $ne: club.id } },
    { $push: { joinRequests: { clubId: club.id, at: now(), due: true } } },
  );
  inBackground('tell of a request', () => publish('clubs.request.changed', { personId: actor.personId }));
};
