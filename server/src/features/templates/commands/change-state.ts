import type { Actor } from '@beffroi/shared/core/actor';
import type { Template } from '@beffroi/shared/features/templates/templates.contract';
import { canChangeState } from '@beffroi/shared/features/templates/templates.policy';
import type { TemplateState } from '@beffroi/shared/features/templates/templates.vocabulary';
import type { LiveDocuments } from '../../../collab/collab-feature.ts';
import { now } from '../../../platform/clock.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { changeTemplate, requireVersion, templateIn } from '../change-template.ts';

interface NewState {
  id: string;
  to: TemplateState;
  /** Of the model one saw. */
  version: number;
  note: string;
}

/**
 * Moves a model between draft, review, validated and replaced. Validating freezes the text as the next version: the room closes to
 * writing first, then what it says is kept.
 * @throws AppError `not-found`, `forbidden` (not the pilot, or no such change), `conflict` with the model as it is
 */
export const changeState = async (actor: Actor, { id, to, version, note }: NewState, documents: LiveDocuments): Promise<Template> => {
  const loaded = await templateIn(actor, id, (who, facts) => canChangeState(who, facts, to));
  const { template } = loaded;
  requireVersion(actor, loaded, version);
  const by = await personRef(actor.personId);
  const validatedCount = template.validatedCount + (to === 'validated' ? 1 : 0);
  const change = { at: now(), by, from: template.state, to, validated: to === 'validated' ? validatedCount : null, note };
  return changeTemplate(actor, loaded, { $set: { state: to, validatedCount }, $push: { trail: change } }, documents);
};
