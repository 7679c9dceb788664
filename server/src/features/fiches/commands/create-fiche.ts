import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { RichText } from '@beffroi/shared/core/rich-text';
import type { Fiche } from '@beffroi/shared/features/fiches/fiches.contract';
import { canCreateFiche, canReadFiche } from '@beffroi/shared/features/fiches/fiches.policy';
import { now } from '../../../platform/clock.ts';
import { isDuplicate } from '../../../platform/duplicate-key.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { acceptedAnswer } from '../../forum/accepted-answer.queries.ts';
import { FicheModel, type FicheRecord } from '../fiche.model.ts';
import { ficheFacts, presentFiche } from '../fiches.presenter.ts';
import { shownFiche } from '../fiches.queries.ts';
import { plainBody } from '../plain-body.ts';
import { settleFiche } from '../settle-fiche.ts';

interface NewFiche {
  slug: string;
  threadId: string;
  title: string;
  body: RichText;
  reviewOn: string | null;
  idempotencyKey?: string | undefined;
}

/**
 * Makes a fiche of the accepted answer of a thread of this club. Sent again with the same key, it gives the fiche the first
 * sending made.
 * @throws AppError `not-found`, `forbidden` (no answer accepted, neither pilot nor its author), `invalid-input`, `conflict` with the
 * fiche there is, if it may be read
 */
export const createFiche = async (actor: Actor, { slug, threadId, idempotencyKey, ...input }: NewFiche): Promise<Fiche> => {
  const { club, thread, answer } = await acceptedAnswer(actor, threadId);
  if (club.slug !== slug) throw new AppError('not-found');
  if (!answer || !canCreateFiche(actor, { club, answeredById: answer.author.id })) throw new AppError('forbidden');
  const body = plainBody(input.body);
  const by = await personRef(actor.personId);
  const at = now();
  const fiche = new FicheModel({
    ...input,
    body,
    clubId: club.id,
    threadId,
    source: {
      threadId,
      title: thread.title,
      askedBy: thread.author,
      replyId: answer.id,
      number: answer.number,
      answeredBy: answer.author,
      answeredAt: answer.at.toISOString(),
    },
    createdAt: at,
    createdBy: by,
    revisedAt: at,
    revisedBy: by,
    unsettled: new Date(),
    ...(idempotencyKey && { idempotencyKey }),
  });
  try {
    await fiche.save();
  } catch (error) {
    const first = isDuplicate(error) && (await FicheModel.findOne({ threadId }).lean<FicheRecord>());
    if (!first) throw error;
    if (!canReadFiche(actor, ficheFacts(first, club)))
      throw new AppError('conflict', { detail: 'La fiche de ce sujet a été retirée par l’animation du club.', cause: error });
    const current = await shownFiche(actor, first, club);
    if (idempotencyKey && first.idempotencyKey === idempotencyKey && first.createdBy.id === actor.personId) return current;
    throw new AppError('conflict', { detail: 'Cette réponse est déjà devenue une fiche\u00a0: révisez-la plutôt.', current, cause: error });
  }
  const record = fiche.toObject() as FicheRecord;
  settleFiche(record);
  return presentFiche(actor, { fiche: record, club, sourceStands: true });
};
