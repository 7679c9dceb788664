import {
  ANNOUNCEMENTS_ROOM,
  clubRoom,
  parseRoom,
  personRoom,
  poolRoom,
  REPLACEMENTS_ROOM,
  templateRoom,
  threadRoom,
  VACANCIES_ROOM,
} from '@beffroi/shared/core/rooms';
import type { Template } from '@beffroi/shared/features/templates/templates.contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../../support/socket-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildTemplate } from '../../support/templates.ts';
import { buildClub, type TestClub } from '../../support/world.ts';
import { buildCast, type Cast, PERSONAS, type Persona } from './personas.ts';
import { buildScene, type Scene } from './scene.ts';

let server: Server;
let club: TestClub;
let open: TestClub;
let cast: Cast;
let scene: Scene;
let inOpen: Scene;
let template: Template;
let openTemplate: Template;
beforeAll(async () => {
  server = await startServer();
  [club, open] = [await buildClub({ access: 'request' }), await buildClub({ access: 'open' })];
  cast = await buildCast(server, club, await buildClub({ access: 'request' }));
  scene = await buildScene(server, club, '');
  inOpen = await buildScene(server, open, '');
  template = await buildTemplate(scene.author, club);
  openTemplate = await buildTemplate(inOpen.author, open);
});

const INSIDE: Persona[] = ['guest', 'member', 'pilot', 'administrator'];
/** An open club is read by every agent; guests of another club and substitutes are none. */
const AGENTS: Persona[] = PERSONAS.filter((persona) => !['anonymous', 'guestElsewhere', 'substitute', 'guest'].includes(persona));

/** Every kind of room one may ask to watch, and by whom it is watched. */
const ROOMS: Record<string, { room: () => string; watchedBy: Persona[] }> = {
  'a club on request': { room: () => clubRoom(club.slug), watchedBy: INSIDE },
  'a thread of a club on request': { room: () => threadRoom(scene.thread.id), watchedBy: INSIDE },
  'an open club': { room: () => clubRoom(open.slug), watchedBy: AGENTS },
  'a thread of an open club': { room: () => threadRoom(inOpen.thread.id), watchedBy: AGENTS },
  'a model of a club on request': { room: () => templateRoom(template.id), watchedBy: INSIDE },
  'a model of an open club': { room: () => templateRoom(openTemplate.id), watchedBy: AGENTS },
  'a model there is not': { room: () => templateRoom('f'.repeat(24)), watchedBy: [] },
  'the board of replacements': { room: () => REPLACEMENTS_ROOM, watchedBy: AGENTS },
  'the vacancies': { room: () => VACANCIES_ROOM, watchedBy: AGENTS },
  'what is announced to the territory': { room: () => ANNOUNCEMENTS_ROOM, watchedBy: AGENTS },
  'the pool of their commune': { room: () => poolRoom('anzin'), watchedBy: ['hrOwn', 'administrator'] },
  'the pool of a commune there is not': { room: () => poolRoom('nulle-part'), watchedBy: [] },
  'a club there is not': { room: () => clubRoom('nulle-part'), watchedBy: [] },
  'a thread there is not': { room: () => threadRoom('f'.repeat(24)), watchedBy: [] },
  'somebody’s own room': { room: () => personRoom(scene.author.id), watchedBy: [] },
};

test('every kind of watchable room is driven', () => {
  const kinds = Object.values(ROOMS).flatMap(({ room }) => parseRoom(room())?.kind ?? []);
  expect([...new Set(kinds)].sort()).toEqual(['announcements', 'club', 'pool', 'replacements', 'template', 'thread', 'vacancies']);
});

describe('who may watch what', () => {
  test('nobody without a session connects', async () => {
    await expect(listen(cast.anonymous)).rejects.toThrow('unauthenticated');
  });

  test.each(Object.entries(ROOMS))('%s', async (_name, { room, watchedBy }) => {
    const watching: Persona[] = [];
    for (const persona of PERSONAS.filter((one) => one !== 'anonymous')) {
      const { watch } = await listen(cast[persona]);
      if ((await watch(room())).ok) watching.push(persona);
    }
    expect(watching).toEqual(PERSONAS.filter((persona) => watchedBy.includes(persona)));
  });
});
