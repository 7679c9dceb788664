import { isDeepStrictEqual } from 'node:util';
import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { LiveDocuments } from '../../collab/collab-feature.ts';
import { contentOf } from '../../collab/document-content.ts';
import { now } from '../../platform/clock.ts';
import { publish, subscribe } from '../../platform/events.ts';
import { logger } from '../../platform/logger.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { refsOf } from '../accounts/accounts.queries.ts';
import { DocumentVersionModel, type DocumentVersionRecord } from './document-version.model.ts';
import { keepVersion } from './keep-version.ts';
import { TemplateModel, type TemplateRecord } from './template.model.ts';

/** A text nobody touches this long is worth a version: those who wrote have left it, or stopped to think. */
const QUIET_MS = 5 * 60_000;
const LOOK_EVERY_MS = 30_000;

const inOrder = (ids: string[], refs: PersonRef[]): PersonRef[] => ids.flatMap((id) => refs.find((ref) => ref.id === id) ?? []);

/** Notes who wrote and when; the last named is who wrote last. Safe to do twice. */
const followWriting = async ({ documentId, personIds, at }: { documentId: string; personIds: string[]; at: Date }): Promise<void> => {
  const people = inOrder(personIds, await refsOf(personIds));
  const last = people.at(-1);
  const template = await TemplateModel.findOneAndUpdate(
    { documentId },
    {
      $max: { changedAt: at, ...Object.fromEntries(people.map(({ id }) => [`wroteAt.${id}`, at])) },
      $set: { unversioned: true, ...(last && { changedBy: last }) },
      $addToSet: { writers: { $each: people } },
    },
    { returnDocument: 'after' },
  ).lean<TemplateRecord>();
  if (!template) return;
  const { _id, clubId, version } = template;
  await publish('templates.template.written', { templateId: _id.toHexString(), documentId, clubId, version });
};

/** Search and readers follow what is written. */
export const subscribeTemplates = (): void => {
  subscribe('collab.document.written', followWriting);
};

const lastContent = async (template: TemplateRecord) =>
  (await DocumentVersionModel.findOne({ templateId: template._id }).sort({ number: -1 }).lean<DocumentVersionRecord>())?.content;

/** Keeps a version of what went quiet, unless the text came back to what the last version says. */
const keepQuietVersion = async (template: TemplateRecord, documents: LiveDocuments): Promise<void> => {
  const content = contentOf(await documents.read(template.documentId));
  if (isDeepStrictEqual(content.toJSON(), await lastContent(template)))
    await TemplateModel.updateOne(
      { _id: template._id, changedAt: template.changedAt },
      { $unset: { unversioned: 1 }, $set: { writers: [] } },
    );
  else await keepVersion(template, documents, { origin: 'automatic', by: null }, content);
  await TemplateModel.updateOne({ _id: template._id, changedAt: template.changedAt }, { $unset: { wroteAt: 1 } });
  const { _id, documentId, clubId, version } = template;
  await publish('templates.template.changed', { templateId: _id.toHexString(), documentId, clubId, version });
};

/** Keeps a version of each model that went quiet since it was written in; one that cannot be read stops none of the others. */
export const keepQuietVersions = async (documents: LiveDocuments, { quietMs = QUIET_MS } = {}): Promise<void> => {
  const quiet = { unversioned: true, changedAt: { $lte: new Date(now().getTime() - quietMs) } };
  for (const template of await TemplateModel.find(quiet).limit(100).lean<TemplateRecord[]>())
    await keepQuietVersion(template, documents).catch((err: unknown) =>
      logger.error({ err, templateId: template._id.toHexString() }, 'quiet version not kept'),
    );
};

/** Looks from time to time; gives back how to stop. */
export const startKeepingVersions = (documents: LiveDocuments): (() => Promise<void>) =>
  startRecurring({ name: 'keep quiet versions', everyMs: LOOK_EVERY_MS, work: () => keepQuietVersions(documents) });
