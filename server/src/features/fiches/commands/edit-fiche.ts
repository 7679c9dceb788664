import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { RichText } from '@beffroi/shared/core/rich-text';
import type { Fiche } from '@beffroi/shared/features/fiches/fiches.contract';
import { canEditFiche } from '@beffroi/shared/features/fiches/fiches.policy';
import { now } from '../../../platform/clock.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { FicheModel, type FicheRecord, FicheRevisionModel } from '../fiche.model.ts';
import { ficheFacts } from '../fiches.presenter.ts';
import { getFiche, readableFiche, shownFiche } from '../fiches.queries.ts';
import { plainBody } from '../plain-body.ts';
import { settleFiche } from '../settle-fiche.ts';

interface RevisedFiche {
  id: string;
  version: number;
  title: string;
  body: RichText;
  reviewOn: string | null;
}

/** Keeps a fiche as it stands. Kept twice, it is one revision. */
const keep = async ({ _id: ficheId, version, title, body, revisedBy: author, revisedAt: at }: FicheRecord): Promise<void> => {
  await FicheRevisionModel.updateOne({ ficheId, version }, { $setOnInsert: { title, body, author, at } }, { upsert: true });
};

/**
 * Revises a fiche; the version before is kept.
 * @throws AppError `not-found`, `forbidden`, `invalid-input`, `conflict` with the fiche as it stands when `version` is not the last
 */
export const editFiche = async (actor: Actor, { id, version, title, body: written, reviewOn }: RevisedFiche): Promise<Fiche> => {
  const { fiche, club } = await readableFiche(actor, id);
  if (!canEditFiche(actor, ficheFacts(fiche, club))) throw new AppError('forbidden');
  const body = plainBody(written);
  const revisedBy = await personRef(actor.personId);
  if (fiche.version === version) await keep(fiche);
  const revised = await FicheModel.findOneAndUpdate(
    { _id: fiche._id, version, removal: null },
    {
      $set: { title, body, reviewOn, revisedAt: now(), revisedBy, unsettled: new Date() },
      $inc: { version: 1 },
    },
    { returnDocument: 'after' },
  ).lean<FicheRecord>();
  if (!revised) throw new AppError('conflict', { current: await getFiche(actor, id) });
  settleFiche(revised);
  return shownFiche(actor, revised, club);
};
