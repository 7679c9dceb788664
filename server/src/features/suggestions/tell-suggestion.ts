import type { Actor } from '@beffroi/shared/core/actor';
import type { Suggestion } from '@beffroi/shared/features/suggestions/suggestions.contract';
import { canEditDocument } from '@beffroi/shared/features/templates/templates.policy';
import { notify } from '../../platform/notify.ts';
import type { AccessedTemplate } from '../templates/template-access.queries.ts';
import { inWords } from './suggestions.presenter.ts';

/**
 * Tells those who animate the club of what was proposed by somebody who may not write it herself: nothing would come of it otherwise
 * until one of them opens the model. Told once, however often the same suggestion is sent.
 */
export const tellSuggestion = async (actor: Actor, template: AccessedTemplate, made: Suggestion): Promise<void> => {
  if (canEditDocument(actor, template.facts)) return;
  await notify({
    key: `suggestion:${template.id}:${made.id}`,
    kind: 'suggestion',
    byId: actor.personId,
    clubId: template.club.id,
    templateId: template.id,
    at: new Date(made.at),
    note: inWords(made),
    to: { pilots: template.club.id },
  });
};
