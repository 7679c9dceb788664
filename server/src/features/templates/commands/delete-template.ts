import type { Actor } from '@beffroi/shared/core/actor';
import type { Template } from '@beffroi/shared/features/templates/templates.contract';
import { canDeleteTemplate, canRestoreTemplate } from '@beffroi/shared/features/templates/templates.policy';
import type { LiveDocuments } from '../../../collab/collab-feature.ts';
import { now } from '../../../platform/clock.ts';
import { changeTemplate, templateIn } from '../change-template.ts';

/** Takes a draft out of sight; nothing is erased. @throws AppError `not-found`, `forbidden` (validated once: communes rely on it) */
export const deleteTemplate = async (actor: Actor, id: string, documents: LiveDocuments): Promise<Template> => {
  const loaded = await templateIn(actor, id, (who, facts, { validatedCount }) => canDeleteTemplate(who, facts, validatedCount));
  return changeTemplate(actor, loaded, { $set: { deletedAt: now() } }, documents);
};

/** Undoes a deletion. @throws AppError `not-found`, `forbidden` */
export const restoreTemplate = async (actor: Actor, id: string, documents: LiveDocuments): Promise<Template> =>
  changeTemplate(actor, await templateIn(actor, id, canRestoreTemplate), { $set: { deletedAt: null } }, documents);
