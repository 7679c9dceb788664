import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Template, templateInput } from '@beffroi/shared/features/templates/templates.contract';
import { canDescribeTemplate } from '@beffroi/shared/features/templates/templates.policy';
import type { z } from 'zod';
import type { LiveDocuments } from '../../../collab/collab-feature.ts';
import { changeTemplate, templateIn } from '../change-template.ts';
import { presentTemplate } from '../templates.presenter.ts';

/** Changes a model's title, kind, summary and tags. @throws AppError `not-found`, `forbidden`, `conflict` with the model as it is */
export const describeTemplate = async (
  actor: Actor,
  { id, version, ...described }: z.infer<typeof templateInput> & { id: string; version: number },
  documents: LiveDocuments,
): Promise<Template> => {
  const loaded = await templateIn(actor, id, canDescribeTemplate);
  if (loaded.template.version !== version)
    throw new AppError('conflict', {
      detail: 'Ce modèle a changé entre-temps.',
      current: presentTemplate(actor, loaded.template, loaded.club),
    });
  return changeTemplate(actor, loaded, { $set: described }, documents);
};
