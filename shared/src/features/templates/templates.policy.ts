import type { Actor } from '../../core/actor.ts';
import { animates, type ClubFacts, canPost, canRead, isPilot } from '../clubs/clubs.policy.ts';
import { DOCUMENT_LEVELS, type DocumentLevel, STATE_CHANGES, type TemplateState } from './templates.vocabulary.ts';

export interface TemplateFacts {
  club: ClubFacts;
  createdById: string;
  state: TemplateState;
  deleted: boolean;
}

/** Who answers for the text: those who animate its club, and who began it. */
export const leads = (actor: Actor, { club, createdById }: TemplateFacts): boolean =>
  animates(actor, club) || createdById === actor.personId;

/** Members write a draft and propose upon what is in review; guests propose. What is validated is frozen for everyone. */
const memberLevel = (actor: Actor, { club, state }: TemplateFacts): DocumentLevel => {
  const role = actor.clubs[club.id];
  if (state === 'draft' && role === 'member') return 'edit';
  return role ? 'suggest' : 'read';
};

/** Communes rely on what is validated, or did before it was replaced: its text does not change. */
export const isSettled = (state: TemplateState): boolean => state === 'validated' || state === 'replaced';

/** What the actor may do in the document; rights add up, the highest holds. */
export const documentLevel = (actor: Actor, template: TemplateFacts): DocumentLevel => {
  const { club, state, deleted } = template;
  if (deleted || !canRead(actor, club)) return 'none';
  if (club.archived || isSettled(state)) return 'read';
  return leads(actor, template) ? 'manage' : memberLevel(actor, template);
};

export const reaches = (level: DocumentLevel, wanted: DocumentLevel): boolean =>
  DOCUMENT_LEVELS.indexOf(level) >= DOCUMENT_LEVELS.indexOf(wanted);

const has = (wanted: DocumentLevel) => (actor: Actor, template: TemplateFacts) => reaches(documentLevel(actor, template), wanted);

export const canReadTemplate = has('read');
export const canSuggest = has('suggest');
/** Writing into the document itself, and deciding what is proposed. */
export const canEditDocument = has('edit');

/** Whoever was given a place in the club brings models; a reader of an open club joins it first. */
export const canCreateTemplate = (actor: Actor, club: ClubFacts): boolean =>
  canPost(actor, club) && (actor.administrator || ['member', 'pilot'].includes(actor.clubs[club.id] ?? ''));

/** Its name, kind and tags are kept by who leads it, whatever its state. */
export const canDescribeTemplate = (actor: Actor, template: TemplateFacts): boolean =>
  !template.deleted && canPost(actor, template.club) && leads(actor, template);

/** What communes rely on, or did, is not taken away; a draft is. */
export const canDeleteTemplate = (actor: Actor, template: TemplateFacts, validatedCount: number): boolean =>
  canDescribeTemplate(actor, template) && validatedCount === 0;

export const canRestoreTemplate = (actor: Actor, template: TemplateFacts): boolean =>
  template.deleted && canPost(actor, template.club) && leads(actor, template);

/**
 * Validating, what is validated and what is replaced are the club’s pilots’ to decide, and theirs alone: communes rely on it, and an
 * administrator who is to answer for it is named pilot, which the trail says. Between draft and review who leads the document decides.
 */
export const canChangeState = (actor: Actor, template: TemplateFacts, to: TemplateState): boolean => {
  if (!canDescribeTemplate(actor, template) || !STATE_CHANGES[template.state].includes(to)) return false;
  const working = (state: TemplateState) => state === 'draft' || state === 'review';
  return (working(template.state) && working(to)) || isPilot(actor, template.club);
};

export const templateAbilities = (actor: Actor, template: TemplateFacts, validatedCount: number) => ({
  'template.suggest': canSuggest(actor, template),
  'template.edit': canEditDocument(actor, template),
  'template.describe': canDescribeTemplate(actor, template),
  'template.delete': canDeleteTemplate(actor, template, validatedCount),
  'template.restore': canRestoreTemplate(actor, template),
  'template.to-draft': canChangeState(actor, template, 'draft'),
  'template.to-review': canChangeState(actor, template, 'review'),
  'template.validate': canChangeState(actor, template, 'validated'),
  'template.replace': canChangeState(actor, template, 'replaced'),
});
