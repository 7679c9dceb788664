import { describe, expect, it } from 'vitest';
import type { Actor, ClubRole } from '../../core/actor.ts';
import type { TemplateState } from '../templates/templates.vocabulary.ts';
import {
  canAnswer,
  canComment,
  canDeleteComment,
  canEditComment,
  canReadComments,
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

describe('who deletes, restores and resolves', () => {
  const review = template('review');
  it.each<[ClubRole, string, boolean]>([
    ['member', 'me', true],
    ['member', 'somebody', false],
    ['pilot', 'somebody', true],
    ['guest', 'me', true],
    ['guest', 'somebody', false],
  ])('%s, of %s', (role, author, may) => {
    expect(canDeleteComment(actor(role), review, comment(author))).toBe(may);
    expect(canResolve(actor(role), review, comment(author))).toBe(may);
    expect(canResolve(actor(role), review, comment(author, 'me'))).toBe(false);
  });
  it('takes back what one deleted oneself, for a day', () => {
    expect(canRestoreComment(actor('member'), review, comment('me', 'me'))).toBe(true);
    expect(canRestoreComment(actor('pilot'), review, comment('me', 'somebody'))).toBe(false);
    expect(canRestoreComment(actor('member'), review, comment('me', 'me', 25 * 3_600_000))).toBe(false);
    expect(canRestoreComment(actor('member'), review, comment('me'))).toBe(false);
  });
});
