import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Fiche } from '@beffroi/shared/features/fiches/fiches.contract';
import { canRemoveFiche, canRestoreFiche } from '@beffroi/shared/features/fiches/fiches.policy';
import { newAct } from '../../../platform/audit-trail.ts';
import { now } from '../../../platform/clock.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import type { KnownClub } from '../../clubs/known-clubs.queries.ts';
import { FicheModel, type FicheRecord } from '../fiche.model.ts';
import { ficheFacts } from '../fiches.presenter.ts';
import { readableFiche, shownFiche } from '../fiches.queries.ts';
import { settleFiche } from '../settle-fiche.ts';

/** One write with its act; of two at once the first counts. @throws AppError `conflict` */
const setRemoval = async (
  actor: Actor,
  { fiche, club }: { fiche: FicheRecord; club: KnownClub },
  reason: string | null,
): Promise<Fiche> => {
  const by = await personRef(actor.personId);
  const target = { kind: 'fiche' as const, id: fiche._id.toHexString(), threadId: null, number: null, label: fiche.title };
  const act = newAct({ by, action: reason === null ? 'restore' : 'remove', clubId: club.id, target, reason });
  const removal = reason === null ? null : { by, reason, at: now() };
  const changed = await FicheModel.findOneAndUpdate(
    { _id: fiche._id, removal: reason === null ? { $ne: null } : null },
    { $set: { removal, unsettled: new Date() }, $push: { acts: act } },
    { returnDocument: 'after' },
  ).lean<FicheRecord>();
  if (!changed) throw new AppError('conflict', { detail: 'Quelqu’un vient de s’en charger\u00a0: rechargez la page.' });
  settleFiche(changed);
  return shownFiche(actor, changed, club);
};

/**
 * Takes a fiche and its versions out of sight in the club's name; whoever made it is told why.
 * @throws AppError `not-found`, `forbidden`, `conflict` (removed meanwhile)
 */
export const removeFiche = async (actor: Actor, { id, reason }: { id: string; reason: string }): Promise<Fiche> => {
  const found = await readableFiche(actor, id);
  if (!canRemoveFiche(actor, ficheFacts(found.fiche, found.club))) throw new AppError('forbidden');
  return setRemoval(actor, found, reason);
};

/** Puts a fiche back. @throws AppError `not-found`, `forbidden`, `conflict` (put back meanwhile) */
export const restoreFiche = async (actor: Actor, id: string): Promise<Fiche> => {
  const found = await readableFiche(actor, id);
  if (!canRestoreFiche(actor, ficheFacts(found.fiche, found.club))) throw new AppError('forbidden');
  return setRemoval(actor, found, null);
};
