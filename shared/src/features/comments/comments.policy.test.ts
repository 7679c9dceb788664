import { describe, expect, it } from 'vitest';
import type { Actor, ClubRole } from '../../core/actor.ts';
import type { TemplateState } from '../templates/templates.vocabulary.ts';
import {
  canAnswer,
  canComment,
  canDeleteComment,
  canEditComment,
  canReadComments,
  canRemoveComment,
  canResolve,
  canRestoreComment,
} from './comments.policy.ts';

const actor = (role?: ClubRole): Actor => ({
  personId: 'me',
  administrator: false,
  communes: { anzin: ['agent'] },
  clubs: role ? { club: role } : {},
});
const template = (state: TemplateState) => ({
  club: { id: 'club', access: 'open' as const },
  createdById: 'somebody',
  state,
  deleted: false,
});
const comment = (authorId: string, deletedBy: string | null = null, ago = 0) => ({
  authorId,
  imported: false,
  deletedAt: deletedBy ? new Date(Date.now() - ago) : null,
  deletedBy,
});

describe('who comments', () => {
  it.each<[TemplateState, ClubRole | undefined, boolean]>([
    ['draft', 'pilot', true],
    ['draft', 'member', true],
    ['draft', 'guest', true],
    ['draft', undefined, false],
    ['review', 'member', true],
    ['review', 'guest', true],
    ['review', undefined, false],
    ['validated', 'pilot', false],
    ['replaced', 'pilot', false],
  ])('%s, %s', (state, role, comments) => {
    expect(canReadComments(actor(role), template(state))).toBe(true);
    expect(canComment(actor(role), template(state))).toBe(comments);
    expect(canAnswer(actor(role), template(state), comment('somebody'))).toBe(comments);
    expect(canEditComment(actor(role), template(state), comment('me'))).toBe(comments);
    expect(canEditComment(actor(role), template(state), comment('somebody'))).toBe(false);
  });
});

it('whoever imported a comment from Word deletes, resolves and does not rewrite it', () => {
  const imported = { ...comment('me'), imported: true };
  expect(canEditComment(actor('pilot'), template('draft'), imported)).toBe(false);
  expect(canDeleteComment(actor('pilot'), template('draft'), imported)).toBe(true);
  expect(canResolve(actor('member'), template('draft'), imported)).toBe(true);
});

describe('who deletes, restores and resolves', () => {
  const review = template('review');
  it.each<[ClubRole, string, { deletes: boolean; removes: boolean; resolves: boolean }]>([
    ['member', 'me', { deletes: true, removes: false, resolves: true }],
    ['member', 'somebody', { deletes: false, removes: false, resolves: false }],
    ['pilot', 'me', { deletes: true, removes: false, resolves: true }],
    ['pilot', 'somebody', { deletes: false, removes: true, resolves: true }],
    ['guest', 'me', { deletes: true, removes: false, resolves: true }],
    ['guest', 'somebody', { deletes: false, removes: false, resolves: false }],
  ])('%s, of %s', (role, author, { deletes, removes, resolves }) => {
    expect(canDeleteComment(actor(role), review, comment(author))).toBe(deletes);
    expect(canRemoveComment(actor(role), review, comment(author))).toBe(removes);
    expect(canResolve(actor(role), review, comment(author))).toBe(resolves);
    for (const may of [canDeleteComment, canRemoveComment, canResolve]) expect(may(actor(role), review, comment(author, 'me'))).toBe(false);
  });
  it('whoever began a model removes what others say of it, as a pilot does; who only writes in it does not', () => {
    const draft = template('draft');
    expect(canRemoveComment(actor('member'), { ...draft, createdById: 'me' }, comment('somebody'))).toBe(true);
    expect(canRemoveComment(actor('member'), draft, comment('somebody'))).toBe(false);
  });
  it('beside a frozen text one still takes one’s words back, and a pilot removes those of others', () => {
    const validated = template('validated');
    expect(canDeleteComment(actor('member'), validated, comment('me'))).toBe(true);
    expect(canRemoveComment(actor('pilot'), validated, comment('somebody'))).toBe(true);
    expect(canRemoveComment(actor('member'), validated, comment('somebody'))).toBe(false);
  });
  it('takes back what one deleted oneself, for a day', () => {
    expect(canRestoreComment(actor('member'), review, comment('me', 'me'))).toBe(true);
    expect(canRestoreComment(actor('pilot'), review, comment('somebody', 'somebody'))).toBe(false);
    expect(canRestoreComment(actor('member'), review, comment('me', 'somebody'))).toBe(false);
    expect(canRestoreComment(actor('pilot'), review, comment('author', 'another pilot'))).toBe(true);
    expect(canRestoreComment(actor('member'), review, comment('me', 'me', 25 * 3_600_000))).toBe(false);
    expect(canRestoreComment(actor('member'), review, comment('me'))).toBe(false);
  });
});
