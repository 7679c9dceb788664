import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Template, templateInput } from '@beffroi/shared/features/templates/templates.contract';
import { canCreateTemplate } from '@beffroi/shared/features/templates/templates.policy';
import type { Node } from '@tiptap/pm/model';
import { Types } from 'mongoose';
import { Doc } from 'yjs';
import type { z } from 'zod';
import type { LiveDocuments } from '../../../collab/collab-feature.ts';
import { contentOf, writeContent } from '../../../collab/document-content.ts';
import { now } from '../../../platform/clock.ts';
import { isDuplicate } from '../../../platform/duplicate-key.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { readableClub } from '../../clubs/known-clubs.queries.ts';
import { settleTemplate } from '../settle-template.ts';
import { TemplateModel, type TemplateRecord } from '../template.model.ts';
import { presentTemplate } from '../templates.presenter.ts';

export interface NewTemplate extends z.infer<typeof templateInput> {
  slug: string;
  idempotencyKey?: string | undefined;
}

/**
 * Begins a model in a club, a draft; sent again with the same key, it gives the one the first sending made.
 * @param content what it says at first (an import); nothing yet without
 * @throws AppError `not-found`, `forbidden` (neither member nor pilot, or the club is archived)
 */
export const createTemplate = async (
  actor: Actor,
  { slug, idempotencyKey, ...input }: NewTemplate,
  documents: LiveDocuments,
  content?: Node,
): Promise<Template> => {
  const club = readableClub(actor, slug);
  if (!canCreateTemplate(actor, club)) throw new AppError('forbidden');
  const by = await personRef(actor.personId);
  const at = now();
  const documentId = new Types.ObjectId().toHexString();
  const doc = new Doc();
  // An empty paragraph from the start: two who open it at once would each bring one of their own.
  writeContent(doc, content ?? contentOf(doc));
  // The text first: a model is never without its document; a document without its model is nobody's and is never shown.
  await documents.create(documentId, doc);
  const template = new TemplateModel({
    ...input,
    clubId: club.id,
    documentId,
    trail: [{ at, by, from: null, to: 'draft', validated: null, note: '' }],
    createdAt: at,
    createdBy: by,
    changedAt: at,
    changedBy: by,
    ...(content && { writers: [by], unversioned: true }),
    unsettled: new Date(),
    ...(idempotencyKey && { idempotencyKey }),
  });
  try {
    await template.save();
  } catch (error) {
    const mine = { 'createdBy.id': actor.personId, idempotencyKey };
    const first = isDuplicate(error) && idempotencyKey && (await TemplateModel.findOne(mine).lean<TemplateRecord>());
    if (!first) throw error;
    await documents.remove(documentId);
    return presentTemplate(actor, first, club);
  }
  const record = template.toObject() as TemplateRecord;
  await settleTemplate(record, documents);
  return presentTemplate(actor, record, club);
};
