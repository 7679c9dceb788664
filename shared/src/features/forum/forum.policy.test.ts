import { describe, expect, it } from 'vitest';
import type { Actor } from '../../core/actor.ts';
import type { ClubAccess } from '../clubs/clubs.vocabulary.ts';
import {
  canCreateThread,
  canReadThread,
  RESTORE_WITHIN_MS,
  type ReplyFacts,
  replyAbilities,
  type ThreadFacts,
  threadAbilities,
} from './forum.policy.ts';

const CLUB = 'club';
const actor = (personId: string, facts: Partial<Actor> = {}): Actor => ({
  personId,
  administrator: false,
  communes: {},
  clubs: {},
  ...facts,
});
const people = {
  asker: actor('asker', { communes: { anzin: ['agent'] } }),
  replier: actor('replier', { communes: { marly: ['agent'] } }),
  agent: actor('agent', { communes: { onnaing: ['agent'] } }),
  pilot: actor('pilot', { communes: { metropole: ['agent'] }, clubs: { [CLUB]: 'pilot' } }),
  administrator: actor('administrator', { administrator: true }),
  guest: actor('guest', { clubs: { [CLUB]: 'guest' } }),
  substitute: actor('substitute'),
};
type Who = keyof typeof people;
const everyone = Object.keys(people) as Who[];

const thread = (facts: Partial<ThreadFacts> & { access?: ClubAccess } = {}): ThreadFacts => ({
  club: { id: CLUB, access: facts.access ?? 'open' },
  authorId: 'asker',
  kind: 'question',
  ...facts,
});
const reply = (facts: Partial<ReplyFacts> = {}): ReplyFacts => ({ authorId: 'replier', parentId: null, ...facts });
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

const whoMay = (can: (person: Actor) => boolean): Who[] => everyone.filter((who) => can(people[who]));

describe('what one may do with a thread', () => {
  const cases: [ability: keyof ReturnType<typeof threadAbilities>, facts: Parameters<typeof thread>[0], allowed: Who[]][] = [
    ['thread.reply', {}, ['asker', 'replier', 'agent', 'pilot', 'administrator', 'guest']],
    ['thread.reply', { access: 'request' }, ['pilot', 'administrator', 'guest']],
    ['thread.reply', { deletedAt: minutesAgo(1), deletedBy: 'asker' }, []],
    ['thread.edit', {}, ['asker', 'pilot', 'administrator']],
    ['thread.edit', { access: 'request' }, ['pilot', 'administrator']],
    ['thread.delete', {}, ['asker']],
    ['thread.remove', {}, ['pilot', 'administrator']],
    ['thread.remove', { authorId: 'pilot' }, ['administrator']],
    ['thread.remove', { deletedAt: minutesAgo(1), deletedBy: 'asker' }, []],
    ['thread.restore', {}, []],
    ['thread.restore', { deletedAt: minutesAgo(1), deletedBy: 'asker' }, ['asker']],
    ['thread.restore', { deletedAt: minutesAgo(1), deletedBy: 'pilot' }, ['pilot', 'administrator']],
    ['thread.restore', { deletedAt: new Date(Date.now() - RESTORE_WITHIN_MS - 1), deletedBy: 'asker' }, []],
    ['thread.me-too', {}, ['replier', 'agent', 'pilot', 'administrator', 'guest']],
    ['thread.me-too', { kind: 'announcement' }, []],
    ['thread.accept', {}, ['asker', 'pilot', 'administrator']],
    ['thread.accept', { kind: 'feedback' }, []],
    ['thread.invite', {}, ['asker', 'pilot', 'administrator']],
    ['thread.invite', { status: 'resolved' }, []],
    ['thread.invite', { kind: 'watch' }, []],
    ['thread.acknowledge', { kind: 'announcement' }, ['replier', 'agent', 'pilot', 'administrator', 'guest']],
    ['thread.acknowledge', { kind: 'announcement', access: 'request' }, ['pilot', 'administrator', 'guest']],
    [
      'thread.acknowledge',
      { kind: 'announcement', access: 'request', audience: 'territory' },
      ['replier', 'agent', 'pilot', 'administrator', 'guest'],
    ],
    ['thread.acknowledge', { kind: 'question' }, []],
    ['thread.see-readers', { kind: 'announcement' }, ['asker', 'pilot', 'administrator']],
    ['thread.see-readers', { kind: 'question' }, []],
    [
      'thread.report',
      { kind: 'announcement', access: 'request', audience: 'territory' },
      ['replier', 'agent', 'pilot', 'administrator', 'guest'],
    ],
    ['thread.report', { kind: 'announcement', access: 'request' }, ['pilot', 'administrator', 'guest']],
    ['thread.visit-club', { kind: 'announcement', access: 'request', audience: 'territory' }, ['pilot', 'administrator', 'guest']],
    ['thread.reply', { kind: 'announcement', access: 'request', audience: 'territory' }, ['pilot', 'administrator', 'guest']],
  ];
  it.each(cases)('%s with %o: %j', (ability, facts, allowed) => {
    expect(whoMay((person) => threadAbilities(person, thread(facts))[ability])).toEqual(allowed);
  });
});

describe('what one may write and read by kind', () => {
  it('lets those who animate the club announce, and whoever posts do all else', () => {
    const club = { id: CLUB, access: 'open' as const };
    expect(whoMay((person) => canCreateThread(person, club, 'announcement'))).toEqual(['pilot', 'administrator']);
    for (const kind of ['question', 'feedback', 'watch'])
      expect(whoMay((person) => canCreateThread(person, club, kind))).toEqual(everyone.filter((who) => who !== 'substitute'));
  });

  it('shows every agent what a closed club announces to the territory, and nothing else of it', () => {
    const agents: Who[] = ['asker', 'replier', 'agent', 'pilot', 'administrator', 'guest'];
    const announced = thread({ access: 'invitation', kind: 'announcement', audience: 'territory' });
    expect(whoMay((person) => canReadThread(person, announced))).toEqual(agents);
    for (const facts of [
      { ...announced, audience: 'club' },
      { ...announced, kind: 'question' },
    ])
      expect(whoMay((person) => canReadThread(person, facts))).toEqual(['pilot', 'administrator', 'guest']);
  });
});

describe('what one may do with a reply', () => {
  const cases: [ability: keyof ReturnType<typeof replyAbilities>, facts: Partial<ReplyFacts>, allowed: Who[]][] = [
    ['reply.edit', {}, ['replier', 'pilot', 'administrator']],
    ['reply.edit', { deletedAt: minutesAgo(1), deletedBy: 'replier' }, []],
    ['reply.delete', {}, ['replier']],
    ['reply.remove', {}, ['pilot', 'administrator']],
    ['reply.remove', { authorId: 'pilot' }, ['administrator']],
    ['reply.remove', { deletedAt: minutesAgo(1), deletedBy: 'replier' }, []],
    ['reply.restore', { deletedAt: minutesAgo(1), deletedBy: 'replier' }, ['replier']],
    ['reply.restore', { deletedAt: minutesAgo(1), deletedBy: 'pilot' }, ['pilot', 'administrator']],
    ['reply.accept', {}, ['asker', 'pilot', 'administrator']],
    ['reply.accept', { parentId: 'another reply' }, []],
    ['reply.vote', {}, ['asker', 'agent', 'pilot', 'administrator', 'guest']],
    ['reply.vote', { deletedAt: minutesAgo(1), deletedBy: 'replier' }, []],
  ];
  it.each(cases)('%s with %o: %j', (ability, facts, allowed) => {
    expect(whoMay((person) => replyAbilities(person, thread(), reply(facts))[ability])).toEqual(allowed);
  });

  it('gives nothing to anybody in a deleted thread', () => {
    const deleted = thread({ deletedAt: minutesAgo(1), deletedBy: 'asker' });
    for (const who of everyone) expect(Object.values(replyAbilities(people[who], deleted, reply()))).not.toContain(true);
  });
});
