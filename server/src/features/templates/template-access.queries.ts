import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canReadTemplate, canSuggest, isSettled, type TemplateFacts } from '@beffroi/shared/features/templates/templates.policy';
import { TEMPLATE_STATES, type TemplateKind } from '@beffroi/shared/features/templates/templates.vocabulary';
import { objectId } from '../../platform/object-id.ts';
import { type KnownClub, knownClub, readableClubs } from '../clubs/known-clubs.queries.ts';
import { TemplateModel, type TemplateRecord } from './template.model.ts';
import { templateFacts } from './templates.presenter.ts';

/** A model as what is written about it needs it. */
export interface AccessedTemplate {
  id: string;
  documentId: string;
  kind: TemplateKind;
  title: string;
  club: KnownClub;
  facts: TemplateFacts;
}

const access = (template: TemplateRecord | null): AccessedTemplate | null => {
  const club = template && knownClub(template.clubId);
  if (!template || !club) return null;
  const { _id, documentId, kind, title } = template;
  return { id: _id.toHexString(), documentId, kind, title, club, facts: templateFacts(template, club) };
};

const FIELDS = { trail: 0, writers: 0 } as const;

/** A model that the actor reads and may do this to. @throws AppError `not-found`, `forbidden` */
export const accessTemplate = async (
  actor: Actor,
  id: string,
  may: (actor: Actor, facts: TemplateFacts) => boolean,
): Promise<AccessedTemplate> => {
  const accessed = access(await TemplateModel.findById(objectId(id), FIELDS).lean<TemplateRecord>());
  if (!accessed || !canReadTemplate(actor, accessed.facts)) throw new AppError('not-found');
  if (!may(actor, accessed.facts)) throw new AppError('forbidden');
  return accessed;
};

/** These models by id, whoever asks: for steps that follow of themselves. */
export const accessedTemplates = async (ids: readonly string[]): Promise<Map<string, AccessedTemplate>> => {
  if (ids.length === 0) return new Map();
  const templates = await TemplateModel.find({ _id: { $in: ids.map(objectId) } }, FIELDS).lean<TemplateRecord[]>();
  return new Map(templates.flatMap((template) => access(template) ?? []).map((one) => [one.id, one]));
};

/** The states a text is still written in. */
export const OPEN_STATES = TEMPLATE_STATES.filter((state) => !isSettled(state));

/** The clubs in whose open models the actor may propose, whoever began them. */
export const clubsToProposeIn = (actor: Actor): KnownClub[] =>
  readableClubs(actor).filter((club) => OPEN_STATES.every((state) => canSuggest(actor, { club, createdById: '', state, deleted: false })));

/** The open models of these clubs, the last changed first: one command. */
export const openTemplates = async (clubs: KnownClub[], limit: number): Promise<AccessedTemplate[]> => {
  if (clubs.length === 0) return [];
  const open = { clubId: { $in: clubs.map(({ id }) => id) }, deletedAt: null, state: { $in: OPEN_STATES } };
  const templates = await TemplateModel.find(open, FIELDS).sort({ changedAt: -1, _id: -1 }).limit(limit).lean<TemplateRecord[]>();
  return templates.flatMap((template) => access(template) ?? []);
};
