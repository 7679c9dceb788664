import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canLeave, isPilot } from '@beffroi/shared/features/clubs/clubs.policy';
import { publish } from '../../../platform/events.ts';
import { objectId } from '../../../platform/object-id.ts';
import { PersonModel } from '../../accounts/person.model.ts';
import { visibleClub } from '../known-clubs.queries.ts';

const HAND_OVER = 'Confiez d’abord le club à un autre pilote.';

/**
 * Leaves a club, or withdraws one's request; what was written there stays.
 * @throws AppError `not-found`, `forbidden` (a pilot hands the club over first)
 */
export const leaveClub = async (actor: Actor, slug: string): Promise<void> => {
  const club = visibleClub(actor, slug);
  const _id = objectId(actor.personId);
  if (!actor.clubs[club.id]) {
    await PersonModel.updateOne({ _id }, { $pull: { joinRequests: { clubId: club.id } } });
    return;
  }
  if (!canLeave(actor, club, 'member')) throw new AppError('forbidden', isPilot(actor, club) ? { detail: HAND_OVER } : {});
  const left = await PersonModel.updateOne(
    { _id, memberships: { $elemMatch: { scope: 'club', scopeId: club.id } } },
    { $pull: { memberships: { scope: 'club', scopeId: club.id, role: 'member' } } },
  );
  if (left.modifiedCount === 0) return;
  await publish('accounts.rights.changed', { personId: actor.personId, clubIds: [club.id] });
};
