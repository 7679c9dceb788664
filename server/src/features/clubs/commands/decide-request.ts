import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canDecideRequests } from '@beffroi/shared/features/clubs/clubs.policy';
import { objectId } from '../../../platform/object-id.ts';
import { PersonModel } from '../../accounts/person.model.ts';
import { readableClub } from '../known-clubs.queries.ts';
import { settleRequests } from '../settle-requests.ts';

/**
 * A pilot accepts or declines who asks to join.
 * @returns how many still ask
 * @throws AppError `not-found` (no such club or request), `forbidden`
 */
export const decideRequest = async (
  actor: Actor,
  { slug, personId, decision }: { slug: string; personId: string; decision: 'accept' | 'decline' },
): Promise<{ requestCount: number }> => {
  const club = readableClub(actor, slug);
  if (!canDecideRequests(actor, club)) throw new AppError('forbidden');
  const decided = await PersonModel.updateOne(
    { _id: objectId(personId), joinRequests: { $elemMatch: { clubId: club.id, decision: { $exists: false } } } },
    { $set: { 'joinRequests.$.decision': { accepted: decision === 'accept', byId: actor.personId }, 'joinRequests.$.due': true } },
  );
  if (decided.modifiedCount === 0) throw new AppError('not-found', { detail: 'Cette demande a déjà reçu une réponse ou a été retirée.' });
  await settleRequests(personId);
  return { requestCount: await PersonModel.countDocuments({ 'joinRequests.clubId': club.id }) };
};
