import type { Actor } from '@beffroi/shared/core/actor';
import type { Template, templateInput } from '@beffroi/shared/features/templates/templates.contract';
import { canDescribeTemplate } from '@beffroi/shared/features/templates/templates.policy';
import type { z } from 'zod';
import type { LiveDocuments } from '../../../collab/collab-feature.ts';
import { changeTemplate, requireVersion, templateIn } from '../change-template.ts';

/** Changes a model's title, kind, summary and tags. @throws AppError `not-found`, `forbidden`, `conflict` with the model as it is */
export const describeTemplate = async (
  actor: Actor,
  { id, version, ...described }: z.infer<typeof templateInput> & { id: string; version: number },
  documents: LiveDocuments,
): Promise<Template> => {
  const loaded = await templateIn(actor, id, canDescribeTemplate);
  requireVersion(actor, loaded, version);
  return changeTemplate(actor, loaded, { $set: described }, documents);
};
