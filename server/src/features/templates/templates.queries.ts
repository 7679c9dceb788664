import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { PAGE_SIZE } from '@beffroi/shared/core/pagination';
import type { StateChange, Template, TemplateItem } from '@beffroi/shared/features/templates/templates.contract';
import { canCreateTemplate, canReadTemplate, canRestoreTemplate } from '@beffroi/shared/features/templates/templates.policy';
import type { TemplateKind, TemplateState } from '@beffroi/shared/features/templates/templates.vocabulary';
import type { LiveDocuments } from '../../collab/collab-feature.ts';
import { contentOf } from '../../collab/document-content.ts';
import { beforeCursor, encodeCursor } from '../../platform/cursor.ts';
import { objectId } from '../../platform/object-id.ts';
import { knownPeople } from '../accounts/accounts.queries.ts';
import { type KnownClub, knownClub, readableClub, readableClubs } from '../clubs/known-clubs.queries.ts';
import { TemplateModel, type TemplateRecord } from './template.model.ts';
import { presentStateChange, presentTemplate, presentTemplateItem, templateFacts } from './templates.presenter.ts';
import { NOBODY_AT_WORK, whoWrites } from './who-writes.ts';

const ITEM_FIELDS = { trail: 0, writers: 0 } as const;
/** Written in this lately, it may still be open. */
const LATELY_MS = 30 * 60_000;
const WRITING_SHOWN = 5;

interface ListInput {
  cursor?: string | undefined;
  limit?: number | undefined;
  kind?: TemplateKind | undefined;
  state?: TemplateState | undefined;
  tag?: string | undefined;
}

export interface LoadedTemplate {
  template: TemplateRecord;
  club: KnownClub;
}

const read = (actor: Actor, template: TemplateRecord | null): LoadedTemplate => {
  const club = template && knownClub(template.clubId);
  if (!template || !club) throw new AppError('not-found');
  const facts = templateFacts(template, club);
  // What was deleted is seen by those only who may take it back.
  if (!canReadTemplate(actor, facts) && !canRestoreTemplate(actor, facts)) throw new AppError('not-found');
  return { template, club };
};

/** A model as the actor may read it. @throws AppError `not-found` */
export const readableTemplate = async (actor: Actor, id: string): Promise<LoadedTemplate> =>
  read(actor, await TemplateModel.findById(objectId(id)).lean<TemplateRecord>());

const readPage = async (documents: LiveDocuments, clubs: KnownClub[], input: ListInput) => {
  const { kind, state, tag, cursor, limit = PAGE_SIZE } = input;
  const templates = await TemplateModel.find(
    {
      clubId: { $in: clubs.map(({ id }) => id) },
      deletedAt: null,
      ...(kind && { kind }),
      ...(state && { state }),
      ...(tag && { tags: tag }),
      ...beforeCursor('changedAt', cursor),
    },
    ITEM_FIELDS,
  )
    .sort({ changedAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<TemplateRecord[]>();
  const page = templates.slice(0, limit);
  const last = templates.length > limit ? page.at(-1) : undefined;
  return { items: await presentAll(documents, page), nextCursor: last ? encodeCursor({ at: last.changedAt, id: last._id }) : null };
};

const presentAll = async (documents: LiveDocuments, templates: TemplateRecord[]): Promise<TemplateItem[]> => {
  const atWork = await whoWrites(documents, templates);
  return templates.map((template) =>
    presentTemplateItem(template, knownClub(template.clubId) as KnownClub, atWork.get(template.documentId) ?? NOBODY_AT_WORK),
  );
};

/** The models of every club the actor reads, the last changed first: one command, and one for the names of who writes. */
export const listLibrary = (actor: Actor, input: ListInput, documents: LiveDocuments) => readPage(documents, readableClubs(actor), input);

/** A club's models, the last changed first. @throws AppError `not-found` */
export const listTemplates = async (actor: Actor, { slug, ...input }: ListInput & { slug: string }, documents: LiveDocuments) => {
  const club = readableClub(actor, slug);
  return { ...(await readPage(documents, [club], input)), abilities: { 'template.create': canCreateTemplate(actor, club) } };
};

/** Those somebody has open to write in the clubs the actor reads; first those being written. */
export const writtenNow = async (actor: Actor, documents: LiveDocuments): Promise<{ items: TemplateItem[] }> => {
  const clubs = readableClubs(actor).map(({ id }) => id);
  const lately = { $gt: new Date(Date.now() - LATELY_MS) };
  const templates = await TemplateModel.find({ clubId: { $in: clubs }, deletedAt: null, changedAt: lately }, ITEM_FIELDS)
    .sort({ changedAt: -1, _id: -1 })
    .limit(PAGE_SIZE)
    .lean<TemplateRecord[]>();
  const items = await presentAll(documents, templates);
  const written = items.filter(({ writing }) => writing.length > 0);
  const opened = items.filter((item) => item.writing.length === 0 && item.opened.length > 0);
  return { items: [...written, ...opened].slice(0, WRITING_SHOWN) };
};

/** @throws AppError `not-found` */
export const getTemplate = async (actor: Actor, id: string, documents: LiveDocuments): Promise<Template> => {
  const { template, club } = await readableTemplate(actor, id);
  const atWork = await whoWrites(documents, [template]);
  return presentTemplate(actor, template, club, atWork.get(template.documentId));
};

/** The present text, for those whose network lets no live document through. @throws AppError `not-found` */
export const templateContent = async (actor: Actor, id: string, documents: LiveDocuments) => {
  const { template } = await readableTemplate(actor, id);
  const content = contentOf(await documents.read(template.documentId)).toJSON() as { type: 'doc' };
  return { content, changedAt: template.changedAt.toISOString() };
};

/** Those of these people who may sign in and have a place in the club; an administrator has one in each. */
const stillIn = async ({ id }: KnownClub, people: string[]): Promise<Set<string>> => {
  const known = await knownPeople([...new Set(people)]);
  return new Set(known.filter(({ actor }) => actor.administrator || actor.clubs[id]).map(({ ref }) => ref.id));
};

/** Who decided of a model's state, the last first. @throws AppError `not-found` */
export const templateTrail = async (actor: Actor, id: string): Promise<{ items: StateChange[] }> => {
  const { template, club } = await readableTemplate(actor, id);
  const here = await stillIn(
    club,
    template.trail.map(({ by }) => by.id),
  );
  return { items: template.trail.map((change) => presentStateChange(change, here)).reverse() };
};

/** Whether there may be a model the actor proposes upon: she has a place in some club. */
export const mayProposeSomewhere = (actor: Actor): boolean => actor.administrator || Object.keys(actor.clubs).length > 0;
