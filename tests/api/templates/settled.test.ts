import { documentSchema } from '@beffroi/shared/collab/document-schema';
import { proposalsOf } from '@beffroi/shared/collab/proposals';
import { contract } from '@beffroi/shared/contract';
import type { Template } from '@beffroi/shared/features/templates/templates.contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { call, ok } from '../../support/api-client.ts';
import { buildText, paragraph } from '../../support/live-text.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildTemplate, openTemplate } from '../../support/templates.ts';
import { buildClub, buildPerson, type TestClub, type TestPerson } from '../../support/world.ts';

const { changeState, content, get, nameVersion, restoreVersion, version, versions } = contract.templates;

let server: Server;
let club: TestClub;
let pilot: TestPerson;
let member: TestPerson;
let guest: TestPerson;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub({ access: 'request' });
  pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
  member = await buildPerson(server, { clubs: [[club, 'member']] });
  guest = await buildPerson(server, { clubs: [[club, 'guest']], commune: null });
});

const textNow = async ({ id }: Template) => (await ok(pilot.session, content, { id })).content;

/** What was kept as validated; null when nothing was. */
const validatedText = async ({ id }: Template) => {
  const { items } = await ok(pilot.session, versions, { id });
  const kept = items.find(({ validated }) => validated !== null);
  return kept ? (await ok(pilot.session, version, { id, number: kept.number })).content : null;
};
const validate = ({ id }: Template, seen: number) => call(pilot.session, changeState, { id, to: 'validated', version: seen });
const ROUNDS = Array.from({ length: 8 }, (_, round) => round);

describe('what is validated', () => {
  test.each(ROUNDS)('is what everybody reads, whoever restores or types at that moment (%i)', async (round) => {
    const template = await buildTemplate(member, club);
    const page = openTemplate(member, template);
    await expect.poll(() => page.provider.synced).toBe(true);
    page.write('Premier état');
    await expect.poll(async () => JSON.stringify(await textNow(template))).toContain('Premier état');
    await ok(member.session, nameVersion, { id: template.id, name: 'Première' });
    page.write('Second état');
    await expect.poll(async () => JSON.stringify(await textNow(template))).toContain('Second état');
    const seen = (await ok(pilot.session, get, { id: template.id })).version;
    const acts = [() => validate(template, seen), () => call(member.session, restoreVersion, { id: template.id, number: 1 })];
    if (round % 2) acts.reverse();
    const racing = acts.map((act) => act());
    page.write('Au même instant');
    const answers = await Promise.all(racing);
    const [validated, restored] = round % 2 ? answers.toReversed() : answers;
    expect(validated?.status).toBe(200);
    expect([201, 403, 409]).toContain(restored?.status);
    expect(await validatedText(template)).toEqual(await textNow(template));
    page.write('Trop tard');
    expect((await call(member.session, restoreVersion, { id: template.id, number: 1 })).status).toBe(403);
    expect(await textNow(template)).toEqual(await validatedText(template));
  });

  test.each(ROUNDS)('holds no suggestion made at that moment (%i)', async (round) => {
    const { template, text } = await buildText(pilot, club, [paragraph('Les prix sont révisés chaque trimestre.')]);
    const seen = (await ok(pilot.session, get, { id: template.id })).version;
    const anchor = text.anchor('chaque trimestre');
    const proposal = { id: template.id, anchor, quote: 'chaque trimestre', text: 'une fois par an' };
    const acts = [() => validate(template, seen), () => call(guest.session, contract.suggestions.propose, proposal)];
    if (round % 2) acts.reverse();
    const answers = await Promise.all(acts.map((act) => act()));
    const [validated, proposed] = round % 2 ? answers.toReversed() : answers;
    expect([
      [200, 403],
      [200, 409],
      [409, 201],
    ]).toContainEqual([validated?.status, proposed?.status]);
    const kept = await validatedText(template);
    expect(kept === null).toBe(validated?.status === 409);
    const waiting = proposalsOf(documentSchema.nodeFromJSON(await textNow(template)));
    expect(waiting).toHaveLength(validated?.status === 409 ? 1 : 0);
    if (kept) expect(kept).toEqual(await textNow(template));
  });

  test('is written again once it is opened for another version', async () => {
    const template = await buildTemplate(member, club);
    expect((await validate(template, template.version)).status).toBe(200);
    const seen = (await ok(pilot.session, get, { id: template.id })).version;
    await ok(pilot.session, changeState, { id: template.id, to: 'draft', version: seen });
    const page = openTemplate(member, template);
    page.write('La suite');
    await expect.poll(async () => JSON.stringify(await textNow(template))).toContain('La suite');
  });
});
