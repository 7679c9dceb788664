import { contract } from '@beffroi/shared/contract';
import { addDays, parisDate } from '@beffroi/shared/core/half-days';
import { beforeAll, describe, expect, test } from 'vitest';
import { AgreementActModel } from '../../../server/src/features/substitutes/agreement-act.model.ts';
import { sweepSubstitutes } from '../../../server/src/features/substitutes/settle-substitute.ts';
import { SubstituteModel } from '../../../server/src/features/substitutes/substitute.model.ts';
import { poolOf } from '../../../server/src/features/substitutes/substitutes.queries.ts';
import { ok, refused, type Session } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildOutsider, buildSubstitute } from '../../support/substitutes.ts';
import { buildClub, buildPerson, type TestPerson } from '../../support/world.ts';

const { substitutes } = contract;
const TODAY = parisDate(new Date());

let server: Server;
let nobody: Session;
let guest: Session;
let hr: TestPerson;
let hrElsewhere: TestPerson;
beforeAll(async () => {
  server = await startServer();
  nobody = { url: server.url, cookie: '' };
  guest = (await buildPerson(server, { commune: null, clubs: [[await buildClub(), 'guest']] })).session;
  hr = await buildPerson(server, { roles: ['agent', 'hr'], name: 'Responsable RH, Anzin' });
  hrElsewhere = await buildPerson(server, { commune: 'onnaing', roles: ['hr'] });
});

const at = (personId: string, slug = 'anzin') => ({ slug, personId });
const listed = async (input: Partial<Parameters<typeof list>[0]> = {}) => list({ slug: 'anzin', limit: 100, ...input });
const list = (input: {
  slug: string;
  from?: 'commune' | 'outside';
  agreed?: 'true' | 'false';
  metier?: string;
  cursor?: string;
  limit?: number;
}) => ok(hr.session, substitutes.list, input);

describe('substitutes.list', () => {
  test('shows HR her commune’s agents in the pool, page by page, and how many wait', async () => {
    const own = await buildSubstitute(server, { name: 'Aaa première' });
    await buildSubstitute(server, { name: 'Aab deuxième' }, { metiers: ['cuisinier'] });
    const other = await buildSubstitute(server, { commune: 'onnaing' });
    const { items, waitingCount } = await listed();
    expect(items.map(({ personId }) => personId)).not.toContain(other.id);
    expect(waitingCount).toBe(items.length);
    expect(items.find(({ personId }) => personId === own.id)).toMatchObject({
      name: 'Aaa première',
      employer: { slug: 'anzin' },
      agreement: { state: 'missing' },
      stale: false,
      abilities: { 'substitute.agree': true, 'substitute.withdraw': false },
    });
    const first = await listed({ limit: 1 });
    const second = await listed({ limit: 1, cursor: first.nextCursor as string });
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(['Aaa première', 'Aab deuxième']);
    expect((await listed({ metier: 'cuisinier' })).items.map(({ name }) => name)).toEqual(['Aab deuxième']);
  });

  test('marks those who said nothing for half a year', async () => {
    const { id } = await buildSubstitute(server);
    await SubstituteModel.updateOne({ _id: id }, { $set: { changedAt: new Date(Date.now() - 190 * 86_400_000) } });
    expect((await listed()).items.find(({ personId }) => personId === id)?.stale).toBe(true);
  });

  test('shows people from outside to every HR', async () => {
    const { id } = await buildOutsider(server);
    for (const [session, slug] of [
      [hr.session, 'anzin'],
      [hrElsewhere.session, 'onnaing'],
    ] as const) {
      const { items } = await ok(session, substitutes.list, { slug, from: 'outside', agreed: 'false', limit: 100 });
      expect(items.find(({ personId }) => personId === id)).toMatchObject({ employer: null, abilities: { 'substitute.agree': true } });
    }
  });

  test('is HR’s alone, and the administrator’s to read', async () => {
    await refused(nobody, substitutes.list, { slug: 'anzin' }, 'unauthenticated');
    await refused(guest, substitutes.list, { slug: 'anzin' }, 'not-found');
    await refused((await buildPerson(server)).session, substitutes.list, { slug: 'anzin' }, 'forbidden');
    await refused(hr.session, substitutes.list, { slug: 'onnaing' }, 'forbidden');
    await refused(hr.session, substitutes.list, { slug: 'nulle-part' }, 'not-found');
    await refused(hr.session, substitutes.list, { slug: 'anzin', cursor: 'x' }, 'invalid-input');
    const administrator = await buildPerson(server, { administrator: true, commune: null });
    const { items } = await ok(administrator.session, substitutes.list, { slug: 'anzin' });
    expect(items.every(({ abilities }) => !abilities['substitute.agree'])).toBe(true);
  });
});

describe('substitutes.agree', () => {
  test('records the employer’s agreement, writes it down and tells the person', async () => {
    const { id, session } = await buildSubstitute(server);
    const until = addDays(TODAY, 100);
    const agreed = await ok(hr.session, substitutes.agree, { ...at(id), until });
    expect(agreed).toMatchObject({
      agreement: { state: 'granted', commune: { slug: 'anzin' }, until },
      abilities: { 'substitute.withdraw': true },
    });
    expect((await ok(session, substitutes.me)).substitute?.agreement).toEqual(agreed.agreement);
    const [act] = (await ok(hr.session, substitutes.acts, { slug: 'anzin' })).items;
    expect(act).toMatchObject({ act: 'grant', by: 'Responsable RH, Anzin', until });
    await eventually(async () => {
      const { items } = await ok(session, contract.notifications.list, {});
      expect(items.map(({ kind }) => kind)).toContain('substitute-agreement');
    });
  });

  test('accepts a person from outside, once for the territory', async () => {
    const { id } = await buildOutsider(server);
    await ok(hrElsewhere.session, substitutes.agree, at(id, 'onnaing'));
    await refused(hr.session, substitutes.agree, at(id), 'forbidden');
    await refused(hr.session, substitutes.withdraw, at(id), 'forbidden');
    const facts = (await poolOf('atsem', { from: TODAY, to: TODAY })).find(({ person }) => person.id === id);
    expect(facts).toMatchObject({ employer: null, agreedUntil: '9999-12-31' });
  });

  test('is refused for a day gone by, for another commune’s agent, for herself and by who may not', async () => {
    const { id } = await buildSubstitute(server);
    const elsewhere = await buildSubstitute(server, { commune: 'onnaing' });
    await refused(hr.session, substitutes.agree, { ...at(id), until: addDays(TODAY, -1) }, 'invalid-input');
    await refused(hr.session, substitutes.agree, { ...at(id), until: 'demain' }, 'invalid-input');
    await refused(hr.session, substitutes.agree, at(elsewhere.id), 'not-found');
    await refused(hr.session, substitutes.agree, at('f'.repeat(24)), 'not-found');
    await refused(hrElsewhere.session, substitutes.agree, at(id), 'forbidden');
    await refused(guest, substitutes.agree, at(id), 'not-found');
    await refused(nobody, substitutes.agree, at(id), 'unauthenticated');
    const herself = await buildSubstitute(server, { roles: ['hr'] });
    await refused(herself.session, substitutes.agree, at(herself.id), 'forbidden');
  });

  test('is written down and told though the process died between the write and what follows', async () => {
    const { id, session } = await buildSubstitute(server);
    await ok(hr.session, substitutes.agree, at(id));
    const [act] = await AgreementActModel.find({ 'person.id': id }).lean();
    await AgreementActModel.deleteMany({ 'person.id': id });
    await SubstituteModel.updateOne({ _id: id }, { $set: { pendingActs: [act], unsettled: new Date() } });
    await sweepSubstitutes({ all: true });
    await sweepSubstitutes({ all: true });
    expect(await AgreementActModel.countDocuments({ 'person.id': id })).toBe(1);
    const kinds = async () => (await ok(session, contract.notifications.list, {})).items.map(({ kind }) => kind);
    await eventually(async () => expect(await kinds()).toEqual(['substitute-agreement']));
  });

  test('does not outlive the agent’s move to another commune', async () => {
    const { id, session } = await buildSubstitute(server);
    await ok(hr.session, substitutes.agree, at(id));
    const referents = await buildPerson(server, { administrator: true });
    await ok(referents.session, contract.agents.remove, at(id));
    const [left] = await SubstituteModel.find({ _id: id }).lean();
    // She serves no commune and was not let in as a substitute: nobody’s pool has her.
    expect(left).toMatchObject({ employer: null, agreement: null, active: false });
    await refused(session, substitutes.me, {}, 'not-found');
  });
});

describe('substitutes.withdraw', () => {
  test('takes the agreement back', async () => {
    const { id } = await buildSubstitute(server);
    await ok(hr.session, substitutes.agree, at(id));
    expect(await ok(hr.session, substitutes.withdraw, at(id))).toMatchObject({ agreement: { state: 'missing' } });
    const acts = (await ok(hr.session, substitutes.acts, { slug: 'anzin', limit: 2 })).items.map(({ act }) => act);
    expect(acts).toEqual(['withdraw', 'grant']);
  });

  test('is refused where there is none, and by who may not', async () => {
    const { id } = await buildSubstitute(server);
    await refused(hr.session, substitutes.withdraw, at(id), 'forbidden');
    await refused(hrElsewhere.session, substitutes.withdraw, at(id), 'forbidden');
    await refused(hr.session, substitutes.withdraw, at('x'), 'not-found');
    await refused(guest, substitutes.withdraw, at(id), 'not-found');
    await refused(nobody, substitutes.withdraw, at(id), 'unauthenticated');
  });
});

describe('substitutes.acts', () => {
  test('goes on where it stopped, and is HR’s alone', async () => {
    const { items, nextCursor } = await ok(hr.session, substitutes.acts, { slug: 'anzin', limit: 1 });
    const next = await ok(hr.session, substitutes.acts, { slug: 'anzin', limit: 1, cursor: nextCursor as string });
    expect(next.items[0]?.id).not.toBe(items[0]?.id);
    await refused(hr.session, substitutes.acts, { slug: 'anzin', cursor: 'x' }, 'invalid-input');
    await refused(hrElsewhere.session, substitutes.acts, { slug: 'anzin' }, 'forbidden');
    await refused(guest, substitutes.acts, { slug: 'anzin' }, 'not-found');
    await refused(nobody, substitutes.acts, { slug: 'anzin' }, 'unauthenticated');
  });
});
