import type { Actor } from '@beffroi/shared/core/actor';
import { personLabel } from '@beffroi/shared/core/person-ref';
import { documentLevel, isSettled, reaches } from '@beffroi/shared/features/templates/templates.policy';
import type { AuthorizeRoom, IsSettled } from '../../collab/collab-feature.ts';
import { refsOf } from '../accounts/accounts.queries.ts';
import { knownClub } from '../clubs/known-clubs.queries.ts';
import { TemplateModel, type TemplateRecord } from './template.model.ts';
import { templateFacts } from './templates.presenter.ts';

/**
 * Who may do what in a model's room, and under which name: whoever may edit writes, whoever may read reads; who only suggests does
 * so by a command.
 */
export const authorizeTemplateRoom: AuthorizeRoom = async (actor: Actor, documentId: string) => {
  const template = await TemplateModel.findOne({ documentId }, { clubId: 1, createdBy: 1, state: 1, deletedAt: 1 }).lean<TemplateRecord>();
  const club = template && knownClub(template.clubId);
  if (!template || !club) return { level: 'none' };
  const level = documentLevel(actor, templateFacts(template, club));
  if (!reaches(level, 'read')) return { level: 'none' };
  const [person] = await refsOf([actor.personId]);
  if (!person) return { level: 'none' };
  return { level: reaches(level, 'edit') ? 'write' : 'read', caretName: personLabel(person) };
};

/** What was validated, or was and is replaced, is final. */
export const isSettledTemplate: IsSettled = async (documentId) => {
  const template = await TemplateModel.findOne({ documentId }, { _id: 0, state: 1 }).lean<Pick<TemplateRecord, 'state'>>();
  return template !== null && isSettled(template.state);
};
