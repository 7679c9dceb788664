import { describe, expect, it } from 'vitest';
import type { Actor, ClubRole } from '../../core/actor.ts';
import type { TemplateState } from '../templates/templates.vocabulary.ts';
import { canDecide, canPropose, canWithdraw } from './suggestions.policy.ts';

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

describe('who proposes and who decides', () => {
  it.each<[TemplateState, ClubRole | undefined, boolean, boolean]>([
    ['draft', 'pilot', true, true],
    ['draft', 'member', true, true],
    ['draft', 'guest', true, false],
    ['draft', undefined, false, false],
    ['review', 'pilot', true, true],
    ['review', 'member', true, false],
    ['review', 'guest', true, false],
    ['review', undefined, false, false],
    ['validated', 'pilot', false, false],
    ['validated', 'member', false, false],
    ['replaced', 'pilot', false, false],
  ])('%s, %s', (state, role, proposes, decides) => {
    expect(canPropose(actor(role), template(state))).toBe(proposes);
    expect(canDecide(actor(role), template(state))).toBe(decides);
    expect(canWithdraw(actor(role), template(state), { authorId: 'me' })).toBe(proposes);
    expect(canWithdraw(actor(role), template(state), { authorId: 'somebody' })).toBe(false);
  });
});
