import { expect, it } from 'vitest';
import type { Actor } from '../../core/actor.ts';
import { canCreateFiche, canEditFiche } from '../fiches/fiches.policy.ts';
import { canGrant, canManageInvitation } from '../invitations/invitations.policy.ts';
import { canCreateThread, canMoveThread, canReadThread, replyAbilities, threadAbilities } from './forum.policy.ts';

const club = { id: 'club', access: 'open', archived: true } as const;
const live = { id: 'live', access: 'open' } as const;
const author: Actor = { personId: 'author', administrator: false, communes: { anzin: ['agent'] }, clubs: { club: 'member' } };
const pilot: Actor = { ...author, personId: 'pilot', clubs: { club: 'pilot', live: 'pilot' } };
const administrator: Actor = { ...author, personId: 'administrator', administrator: true, clubs: {} };
const everyone = [author, pilot, administrator];
const thread = { club, authorId: 'author', kind: 'question', status: 'answered' };
const reply = { authorId: 'author' };

it.each(['thread.reply', 'thread.edit', 'thread.me-too', 'thread.accept', 'thread.invite'] as const)('lets nobody %s', (ability) => {
  expect(everyone.map((person) => threadAbilities(person, thread)[ability])).toEqual([false, false, false]);
});

it.each(['reply.edit', 'reply.accept', 'reply.vote'] as const)('lets nobody %s', (ability) => {
  expect(everyone.map((person) => replyAbilities(person, thread, reply)[ability])).toEqual([false, false, false]);
});

it('is still read, and what must not be is taken back by its author, or removed by those who animate the club', () => {
  for (const person of everyone) {
    const own = person === author;
    expect(canReadThread(person, thread)).toBe(true);
    expect(threadAbilities(person, thread)).toMatchObject({ 'thread.delete': own, 'thread.remove': !own });
    expect(replyAbilities(person, thread, reply)).toMatchObject({ 'reply.delete': own, 'reply.remove': !own });
  }
});

it('takes no thread, from anybody nor from elsewhere, and no fiche; a thread may leave it', () => {
  for (const person of everyone) {
    expect(canCreateThread(person, club, 'question')).toBe(false);
    expect(canCreateThread(person, club, 'announcement')).toBe(false);
    expect(canCreateFiche(person, { club, answeredById: person.personId })).toBe(false);
    expect(canEditFiche(person, { club, createdById: person.personId, answeredById: person.personId, removed: false })).toBe(false);
  }
  expect(canMoveThread(pilot, { ...thread, club: live }, club)).toBe(false);
  expect(canMoveThread(pilot, thread, live)).toBe(true);
});

it('lets nobody be invited into it, and invitations sent before be taken back', () => {
  const grant = { scope: 'club', club, role: 'member' } as const;
  expect([pilot, administrator].map((person) => canGrant(person, grant))).toEqual([false, false]);
  expect([pilot, administrator].map((person) => canManageInvitation(person, [grant]))).toEqual([true, true]);
});
