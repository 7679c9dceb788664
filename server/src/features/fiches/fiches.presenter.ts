import type { Actor } from '@beffroi/shared/core/actor';
import type { Fiche, FicheItem, FicheRevision } from '@beffroi/shared/features/fiches/fiches.contract';
import { canEditFiche, type FicheFacts } from '@beffroi/shared/features/fiches/fiches.policy';
import type { KnownClub } from '../clubs/known-clubs.queries.ts';
import type { FicheRecord, FicheRevisionRecord } from './fiche.model.ts';

export const ficheFacts = ({ createdBy, source }: FicheRecord, club: KnownClub): FicheFacts => ({
  club,
  createdById: createdBy.id,
  answeredById: source.answeredBy.id,
});

export const presentFicheItem = (fiche: FicheRecord, club: KnownClub): FicheItem => ({
  id: fiche._id.toHexString(),
  clubSlug: club.slug,
  title: fiche.title,
  source: fiche.source,
  createdAt: fiche.createdAt.toISOString(),
  createdBy: fiche.createdBy,
  revisedAt: fiche.revisedAt.toISOString(),
  revisedBy: fiche.revisedBy,
  reviewOn: fiche.reviewOn,
  version: fiche.version,
});

export const presentFiche = (actor: Actor, fiche: FicheRecord, club: KnownClub): Fiche => {
  const abilities = { 'fiche.edit': canEditFiche(actor, ficheFacts(fiche, club)) };
  return { ...presentFicheItem(fiche, club), body: fiche.body, abilities };
};

export const presentFicheRevision = ({ version, title, body, author, at }: FicheRevisionRecord): FicheRevision => ({
  version,
  title,
  body,
  author,
  at: at.toISOString(),
});
