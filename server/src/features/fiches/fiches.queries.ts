import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { PAGE_SIZE } from '@beffroi/shared/core/pagination';
import { plainText } from '@beffroi/shared/core/rich-text';
import type { Fiche, FicheItem, FicheRevision } from '@beffroi/shared/features/fiches/fiches.contract';
import { canCreateFiche, canReadFiche } from '@beffroi/shared/features/fiches/fiches.policy';
import { beforeCursor, encodeCursor } from '../../platform/cursor.ts';
import { excerptOf } from '../../platform/excerpt.ts';
import { objectId } from '../../platform/object-id.ts';
import { type KnownClub, knownClub, readableClub } from '../clubs/known-clubs.queries.ts';
import { acceptedAnswer, answerStands } from '../forum/accepted-answer.queries.ts';
import { FicheModel, type FicheRecord, FicheRevisionModel, type FicheRevisionRecord } from './fiche.model.ts';
import { ficheFacts, presentFiche, presentFicheItem, presentFicheRevision } from './fiches.presenter.ts';

/** A fiche as the actor may read it. @throws AppError `not-found` */
export const readableFiche = async (actor: Actor, id: string): Promise<{ fiche: FicheRecord; club: KnownClub }> => {
  const fiche = await FicheModel.findById(objectId(id)).lean<FicheRecord>();
  const club = fiche && knownClub(fiche.clubId);
  if (!fiche || !club || !canReadFiche(actor, ficheFacts(fiche, club))) throw new AppError('not-found');
  return { fiche, club };
};

/** What a club keeps of its answers, the last revised first: one command. @throws AppError `not-found`, `invalid-input` */
export const listFiches = async (
  actor: Actor,
  { slug, cursor, limit = PAGE_SIZE }: { slug: string; cursor?: string | undefined; limit?: number | undefined },
): Promise<{ items: FicheItem[]; nextCursor: string | null }> => {
  const club = readableClub(actor, slug);
  const fiches = await FicheModel.find({ clubId: club.id, removal: null, ...beforeCursor('revisedAt', cursor) }, { body: 0 })
    .sort({ revisedAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<FicheRecord[]>();
  const last = fiches.length > limit ? fiches[limit - 1] : undefined;
  return {
    items: fiches.slice(0, limit).map((fiche) => presentFicheItem(fiche, club)),
    nextCursor: last ? encodeCursor({ at: last.revisedAt, id: last._id }) : null,
  };
};

/** A fiche with what is known of its source. */
export const shownFiche = async (actor: Actor, fiche: FicheRecord, club: KnownClub): Promise<Fiche> =>
  presentFiche(actor, { fiche, club, sourceStands: await answerStands(fiche.threadId, fiche.source.replyId) });

/** @throws AppError `not-found` */
export const getFiche = async (actor: Actor, id: string): Promise<Fiche> => {
  const { fiche, club } = await readableFiche(actor, id);
  return shownFiche(actor, fiche, club);
};

/** Earlier versions, the last first. @throws AppError `not-found` */
export const ficheRevisions = async (actor: Actor, id: string): Promise<{ items: FicheRevision[] }> => {
  const { fiche } = await readableFiche(actor, id);
  const revisions = await FicheRevisionModel.find({ ficheId: fiche._id }).sort({ version: -1 }).limit(100).lean<FicheRevisionRecord[]>();
  return { items: revisions.map(presentFicheRevision) };
};

/** The fiche a thread's answer became, and whether the actor may make it. @throws AppError `not-found` */
export const ficheOfThread = async (actor: Actor, id: string) => {
  const { club, answer } = await acceptedAnswer(actor, id);
  const fiche = await FicheModel.findOne({ threadId: id }, { body: 0 }).lean<FicheRecord>();
  const mayCreate = !fiche && canCreateFiche(actor, { club, answeredById: answer?.author.id ?? null });
  // Made in a club the thread has left since: it is for those who read that one.
  const home = fiche && knownClub(fiche.clubId);
  const shown = fiche && home && canReadFiche(actor, ficheFacts(fiche, home)) ? presentFicheItem(fiche, home) : null;
  return { fiche: shown, abilities: { 'fiche.create': mayCreate } };
};

/** A fiche as whoever may read it would report it. @throws AppError `not-found` */
export const reportableFiche = async (actor: Actor, id: string) => {
  const { fiche, club } = await readableFiche(actor, id);
  const post = {
    post: `fiche:${id}`,
    clubId: club.id,
    threadId: fiche.threadId,
    replyId: null,
    ficheId: id,
    number: null,
    title: fiche.title,
    excerpt: excerptOf(fiche.body),
    author: fiche.createdBy,
    decision: null,
  };
  return { post, facts: ficheFacts(fiche, club) };
};

/** What search keeps of a fiche; null once it is out of sight. */
export const searchableFiche = async (ficheId: string) => {
  const fiche = await FicheModel.findById(objectId(ficheId)).lean<FicheRecord>();
  const club = fiche && knownClub(fiche.clubId);
  if (!fiche || !club || fiche.removal) return null;
  const { title, body, createdBy: author, revisedAt: at } = fiche;
  return { ficheId, clubId: club.id, clubSlug: club.slug, title, text: plainText(body), author, at };
};
