import type { Actor } from '@beffroi/shared/core/actor';
import type { VersionItem } from '@beffroi/shared/features/templates/document-versions.contract';
import type { StateChange, Template, TemplateItem } from '@beffroi/shared/features/templates/templates.contract';
import { documentLevel, type TemplateFacts, templateAbilities } from '@beffroi/shared/features/templates/templates.policy';
import type { KnownClub } from '../clubs/known-clubs.queries.ts';
import type { DocumentVersionRecord } from './document-version.model.ts';
import type { StateChangeRecord, TemplateRecord } from './template.model.ts';
import { type AtWork, NOBODY_AT_WORK } from './who-writes.ts';

export const templateFacts = ({ createdBy, state, deletedAt }: TemplateRecord, club: KnownClub): TemplateFacts => ({
  club,
  createdById: createdBy.id,
  state,
  deleted: deletedAt !== null,
});

export const presentTemplateItem = (template: TemplateRecord, club: KnownClub, atWork: AtWork): TemplateItem => ({
  id: template._id.toHexString(),
  documentId: template.documentId,
  clubSlug: club.slug,
  clubName: club.name,
  kind: template.kind,
  title: template.title,
  summary: template.summary,
  tags: template.tags,
  state: template.state,
  validatedCount: template.validatedCount,
  createdAt: template.createdAt.toISOString(),
  createdBy: template.createdBy,
  changedAt: template.changedAt.toISOString(),
  changedBy: template.changedBy,
  writing: atWork.writing,
  opened: atWork.opened,
});

export const presentTemplate = (actor: Actor, template: TemplateRecord, club: KnownClub, atWork = NOBODY_AT_WORK): Template => {
  const facts = templateFacts(template, club);
  const last = template.trail.at(-1);
  return {
    ...presentTemplateItem(template, club, atWork),
    level: documentLevel(actor, facts),
    stateAt: (last?.at ?? template.createdAt).toISOString(),
    stateBy: last?.by ?? template.createdBy,
    version: template.version,
    deletedAt: template.deletedAt?.toISOString() ?? null,
    abilities: templateAbilities(actor, facts, template.validatedCount),
  };
};

/** @param here the people who have a place in the club now */
export const presentStateChange = ({ at, by, from, to, validated, note }: StateChangeRecord, here: ReadonlySet<string>): StateChange => ({
  at: at.toISOString(),
  by,
  left: !here.has(by.id),
  from,
  to,
  validated,
  note,
});

/** @param validatedCount versions of the model validated so far: all but the last of them are replaced */
export const presentVersion = (version: Omit<DocumentVersionRecord, 'content'>, validatedCount: number): VersionItem => ({
  number: version.number,
  origin: version.origin,
  name: version.name,
  at: version.at.toISOString(),
  by: version.by,
  authors: version.authors,
  validated: version.validated,
  replaced: version.validated !== null && version.validated < validatedCount,
});
