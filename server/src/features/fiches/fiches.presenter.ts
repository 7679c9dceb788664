import type { Actor } from '@beffroi/shared/core/actor';
import type { Fiche, FicheItem, FicheRevision } from '@beffroi/shared/features/fiches/fiches.contract';
import { type FicheFacts, ficheAbilities } from '@beffroi/shared/features/fiches/fiches.policy';
import type { KnownClub } from '../clubs/known-clubs.queries.ts';
import type { FicheRecord, FicheRevisionRecord } from './fiche.model.ts';

export const ficheFacts = ({ createdBy, source, removal }: FicheRecord, club: KnownClub): FicheFacts => ({
  club,
  createdById: createdBy.id,
  answeredById: source.answeredBy.id,
  removed: Boolean(removal),
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

interface Known {
  fiche: FicheRecord;
  club: KnownClub;
  sourceStands: boolean;
}

export const presentFiche = (actor: Actor, { fiche, club, sourceStands }: Known): Fiche => ({
  ...presentFicheItem(fiche, club),
  body: fiche.body,
  removal: fiche.removal ? { ...fiche.removal, at: fiche.removal.at.toISOString() } : null,
  sourceStands,
  abilities: ficheAbilities(actor, ficheFacts(fiche, club)),
});

export const presentFicheRevision = ({ version, title, body, author, at }: FicheRevisionRecord): FicheRevision => ({
  version,
  title,
  body,
  author,
  at: at.toISOString(),
});
