import { proposalsOf } from '@beffroi/shared/collab/proposals';
import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Template } from '@beffroi/shared/features/templates/templates.contract';
import { canChangeState } from '@beffroi/shared/features/templates/templates.policy';
import type { TemplateState } from '@beffroi/shared/features/templates/templates.vocabulary';
import type { Doc } from 'yjs';
import type { LiveDocuments } from '../../../collab/collab-feature.ts';
import { contentOf } from '../../../collab/document-content.ts';
import { now } from '../../../platform/clock.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { changeTemplate, requireVersion, templateIn } from '../change-template.ts';
import { presentTemplate } from '../templates.presenter.ts';
import type { LoadedTemplate } from '../templates.queries.ts';

interface NewState {
  id: string;
  to: TemplateState;
  /** Of the model one saw. */
  version: number;
  note: string;
}

/** What communes rely on goes out clean: each suggestion is accepted or refused first. Nobody could decide in a frozen text. */
const requireDecided = (actor: Actor, { template, club }: LoadedTemplate, doc: Doc): void => {
  const waiting = proposalsOf(contentOf(doc)).length;
  if (waiting === 0) return;
  const detail =
    waiting === 1
      ? 'Une suggestion attend encore dans le texte\u00a0: acceptez-la ou refusez-la avant de valider.'
      : `${waiting} suggestions attendent encore dans le texte\u00a0: acceptez-les ou refusez-les avant de valider.`;
  throw new AppError('conflict', { detail, current: presentTemplate(actor, template, club) });
};

/**
 * Moves a model between draft, review, validated and replaced. Validating keeps the text as the next version while nobody writes in
 * it, and nobody does from then on.
 * @throws AppError `not-found`, `forbidden` (not the pilot, or no such change), `conflict` with the model as it is, also
 * when suggestions wait in the text that would be validated; `unavailable` when another process does not let it be still
 */
export const changeState = async (actor: Actor, { id, to, version, note }: NewState, documents: LiveDocuments): Promise<Template> => {
  const loaded = await templateIn(actor, id, (who, facts) => canChangeState(who, facts, to));
  const { template } = loaded;
  requireVersion(actor, loaded, version);
  const by = await personRef(actor.personId);
  const validatedCount = template.validatedCount + (to === 'validated' ? 1 : 0);
  const change = { at: now(), by, from: template.state, to, validated: to === 'validated' ? validatedCount : null, note };
  const write = () => changeTemplate(actor, loaded, { $set: { state: to, validatedCount }, $push: { trail: change } }, documents);
  if (to !== 'validated') return write();
  return documents.whileStill(template.documentId, (doc) => {
    requireDecided(actor, loaded, doc);
    return write();
  });
};
