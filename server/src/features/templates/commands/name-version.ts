import type { Actor } from '@beffroi/shared/core/actor';
import type { VersionItem } from '@beffroi/shared/features/templates/document-versions.contract';
import { canSuggest } from '@beffroi/shared/features/templates/templates.policy';
import type { LiveDocuments } from '../../../collab/collab-feature.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { templateIn } from '../change-template.ts';
import { keepVersion } from '../keep-version.ts';
import { presentVersion } from '../templates.presenter.ts';

/** Keeps the present text under a name. @throws AppError `not-found`, `forbidden` (a mere reader, or frozen) */
export const nameVersion = async (
  actor: Actor,
  { id, name }: { id: string; name: string },
  documents: LiveDocuments,
): Promise<VersionItem> => {
  const { template } = await templateIn(actor, id, canSuggest);
  const by = await personRef(actor.personId);
  return presentVersion(await keepVersion(template, documents, { origin: 'named', by, name }), template.validatedCount);
};
