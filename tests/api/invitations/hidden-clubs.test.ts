import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, type TestClub, type TestPerson } from '../../support/world.ts';

let server: Server;
let hidden: TestClub;
let referent: TestPerson;
let pilot: TestPerson;
beforeAll(async () => {
  server = await startServer();
  hidden = await buildClub({ access: 'invitation', name: 'Cellule de crise' });
  referent = await buildPerson(server, { roles: ['agent', 'referent'] });
  pilot = await buildPerson(server, { commune: 'onnaing', clubs: [[hidden, 'pilot']] });
});

describe('a club on invitation only, to who may not know of it', () => {
  test('is not named in an invitation she added to, though its pilot made it', async () => {
    const who = { email: 'nouvelle@essai.example', name: 'Responsable urbanisme', function: 'Responsable urbanisme' };
    const { create, list } = contract.invitations;
    await ok(pilot.session, create, { ...who, grants: [{ scope: 'club', slug: hidden.slug, role: 'member' }] });
    await ok(referent.session, create, { ...who, grants: [{ scope: 'commune', slug: 'anzin', role: 'agent' }] });
    const anzin = { scope: 'commune', slug: 'anzin', name: 'Anzin', role: 'agent' };
    const crisis = { scope: 'club', slug: hidden.slug, name: 'Cellule de crise', role: 'member' };
    expect((await ok(referent.session, list)).items.map(({ grants }) => grants)).toEqual([[anzin]]);
    expect((await ok(pilot.session, list)).items.map(({ grants }) => grants)).toEqual([[crisis, anzin]]);
  });

  test('reads in a file of people as one that is not there', async () => {
    const csv = ['Adresse;Nom;Clubs;Commune', 'x@ligne.example;Agente;Cellule de crise;Anzin', 'y@ligne.example;Agente;Poterie;Anzin'];
    const { lines } = await ok(referent.session, contract.invitations.dryRun, { csv: csv.join('\n') });
    expect(lines.map(({ note }) => note)).toEqual([
      'Le club «\u00a0Cellule de crise\u00a0» n’est pas connu.',
      'Le club «\u00a0Poterie\u00a0» n’est pas connu.',
    ]);
  });
});
