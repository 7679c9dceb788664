import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Template } from '@beffroi/shared/features/templates/templates.contract';
import type { TemplateFacts } from '@beffroi/shared/features/templates/templates.policy';
import type { UpdateQuery } from 'mongoose';
import type { LiveDocuments } from '../../collab/collab-feature.ts';
import { settleTemplate } from './settle-template.ts';
import { TemplateModel, type TemplateRecord } from './template.model.ts';
import { presentTemplate, templateFacts } from './templates.presenter.ts';
import { type LoadedTemplate, readableTemplate } from './templates.queries.ts';

const CHANGED_MEANWHILE = 'Ce modèle a changé entre-temps.';

/** A model the actor may do this to. @throws AppError `not-found`, `forbidden` */
export const templateIn = async (
  actor: Actor,
  id: string,
  may: (actor: Actor, facts: TemplateFacts, template: TemplateRecord) => boolean,
): Promise<LoadedTemplate> => {
  const loaded = await readableTemplate(actor, id);
  if (!may(actor, templateFacts(loaded.template, loaded.club), loaded.template)) throw new AppError('forbidden');
  return loaded;
};

/** @throws AppError `conflict` with the model as it is, when it is not the one that was seen */
export const requireVersion = (actor: Actor, { template, club }: LoadedTemplate, version: number): void => {
  if (template.version !== version)
    throw new AppError('conflict', { detail: CHANGED_MEANWHILE, current: presentTemplate(actor, template, club) });
};

/**
 * Changes a model as it was read; what follows is settled before the answer, and by the sweep if the process dies first.
 * @throws AppError `conflict` with the model as it is when somebody changed it meanwhile
 */
export const changeTemplate = async (
  actor: Actor,
  { template, club }: LoadedTemplate,
  update: UpdateQuery<TemplateRecord>,
  documents: LiveDocuments,
): Promise<Template> => {
  const { _id, version } = template;
  const changed = await TemplateModel.findOneAndUpdate(
    { _id, version },
    { ...update, $set: { ...update.$set, unsettled: new Date() }, $inc: { version: 1 } },
    { returnDocument: 'after' },
  ).lean<TemplateRecord>();
  if (!changed) {
    const current = presentTemplate(actor, (await TemplateModel.findById(_id).lean<TemplateRecord>()) ?? template, club);
    throw new AppError('conflict', { detail: CHANGED_MEANWHILE, current });
  }
  await settleTemplate(changed, documents);
  return presentTemplate(actor, changed, club);
};
