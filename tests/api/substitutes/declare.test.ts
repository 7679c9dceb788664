import { contract } from '@beffroi/shared/contract';
import { addDays, parisDate } from '@beffroi/shared/core/half-days';
import { beforeAll, describe, expect, test } from 'vitest';
import { followEveryone } from '../../../server/src/features/substitutes/follow-people.ts';
import { SubstituteModel } from '../../../server/src/features/substitutes/substitute.model.ts';
import { substitutesById } from '../../../server/src/features/substitutes/substitutes.queries.ts';
import { publish } from '../../../server/src/platform/events.ts';
import { ok, refused, type Session } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildOutsider, buildSubstitute, PROFILE } from '../../support/substitutes.ts';
import { buildClub, buildCommune, buildPerson } from '../../support/world.ts';

const { substitutes } = contract;
const TODAY = parisDate(new Date());
const NEXT_WEEK = addDays(TODAY, 7);

let server: Server;
let nobody: Session;
let guest: Session;
beforeAll(async () => {
  server = await startServer();
  nobody = { url: server.url, cookie: '' };
  guest = (await buildPerson(server, { commune: null, clubs: [[await buildClub(), 'guest']] })).session;
  await buildCommune('hergnies');
});

describe('substitutes.me', () => {
  test('says nothing of who declared nothing, and names the communes one may choose from', async () => {
    const { session } = await buildPerson(server);
    const { substitute, communes } = await ok(session, substitutes.me);
    expect(substitute).toBeNull();
    expect(communes.map(({ slug }) => slug)).toContain('hergnies');
  });

  test('is for agents and substitutes', async () => {
    await refused(nobody, substitutes.me, {}, 'unauthenticated');
    await refused(guest, substitutes.me, {}, 'not-found');
    const { session } = await buildPerson(server, { commune: null, administrator: true });
    await refused(session, substitutes.me, {}, 'forbidden');
  });
});

describe('substitutes.declare', () => {
  test('enters the pool for one’s commune, whose agreement is still to be given', async () => {
    const { session } = await buildPerson(server);
    const profile = { ...PROFILE, communes: ['hergnies'], maxDistanceKm: 10, weeklyMinutes: 600 };
    const { substitute } = await ok(session, substitutes.declare, profile);
    expect(substitute).toMatchObject({
      ...profile,
      home: null,
      employer: { slug: 'anzin', name: 'Anzin' },
      agreement: { state: 'missing', commune: null, until: null },
      minutesThisYear: 0,
    });
    expect((await ok(session, substitutes.me)).substitute).toEqual(substitute);
  });

  test('changes what was said, and keeps the calendar', async () => {
    const { session } = await buildSubstitute(server);
    const pattern = [{ weekday: 1, half: 'am' as const, weeks: 'every' as const }];
    await ok(session, substitutes.saveAvailability, { pattern, exceptions: [], version: 0 });
    const { substitute } = await ok(session, substitutes.declare, { metiers: ['agent-entretien'], diplomas: [] });
    expect(substitute).toMatchObject({ metiers: ['agent-entretien'], diplomas: [] });
    expect((await ok(session, substitutes.availability)).pattern).toEqual(pattern);
  });

  test('refuses what is unknown, and who may not', async () => {
    const { session } = await buildPerson(server);
    for (const wrong of [
      { metiers: [] },
      { metiers: ['astronaute'] },
      { metiers: ['atsem', 'atsem'] },
      { metiers: ['atsem'], diplomas: ['x'] },
      { metiers: ['atsem'], communes: ['nulle-part'] },
      { metiers: ['atsem'], home: 'nulle-part' },
      { metiers: ['atsem'], weeklyMinutes: 5_000 },
    ])
      await refused(session, substitutes.declare, wrong, 'invalid-input');
    await refused(guest, substitutes.declare, PROFILE, 'not-found');
    await refused(nobody, substitutes.declare, PROFILE, 'unauthenticated');
    expect((await ok(session, substitutes.me)).substitute).toBeNull();
  });
});

describe('substitutes.leave', () => {
  test('takes her out at once; within the day she comes back as she was', async () => {
    const { id, session } = await buildSubstitute(server);
    await ok(session, substitutes.saveAvailability, {
      pattern: [],
      exceptions: [{ date: NEXT_WEEK, half: 'am', available: true }],
      version: 0,
    });
    expect((await ok(session, substitutes.leave)).substitute).toBeNull();
    expect((await ok(session, substitutes.me)).substitute).toBeNull();
    expect((await substitutesById([id], { from: TODAY, to: NEXT_WEEK })).size).toBe(0);
    await refused(session, substitutes.availability, {}, 'not-found');
    await ok(session, substitutes.declare, PROFILE);
    expect((await ok(session, substitutes.availability)).exceptions).toHaveLength(1);
  });

  test('leaves nothing of her behind after a day', async () => {
    const { id, session } = await buildSubstitute(server);
    await ok(session, substitutes.leave);
    const [left] = await SubstituteModel.find({ _id: id }).lean();
    expect(left).toMatchObject({ active: false, leftAt: expect.any(Date) });
    const expiring = SubstituteModel.schema.indexes().find(([fields]) => 'leftAt' in fields);
    expect(expiring?.[1]).toMatchObject({ expireAfterSeconds: 86_400 });
  });

  test('harms nobody who is not in it, and is for agents and substitutes', async () => {
    expect((await ok((await buildPerson(server)).session, substitutes.leave)).substitute).toBeNull();
    await refused(guest, substitutes.leave, {}, 'not-found');
    await refused(nobody, substitutes.leave, {}, 'unauthenticated');
  });
});

describe('substitutes.availability', () => {
  test('begins empty, and is nobody’s who is not in the pool', async () => {
    const { session } = await buildSubstitute(server);
    expect(await ok(session, substitutes.availability)).toMatchObject({ pattern: [], exceptions: [], version: 0 });
    await refused((await buildPerson(server)).session, substitutes.availability, {}, 'not-found');
    await refused(guest, substitutes.availability, {}, 'not-found');
    await refused(nobody, substitutes.availability, {}, 'unauthenticated');
  });
});

describe('substitutes.saveAvailability', () => {
  test('keeps the week and the days to come, in order, and forgets those gone by', async () => {
    const { session } = await buildSubstitute(server);
    const pattern = [
      { weekday: 2, half: 'am' as const, weeks: 'every' as const },
      { weekday: 3, half: 'pm' as const, weeks: 'odd' as const },
    ];
    const exceptions = [NEXT_WEEK, TODAY, addDays(TODAY, -1)].map((date) => ({ date, half: 'pm' as const, available: true }));
    const saved = await ok(session, substitutes.saveAvailability, { pattern, exceptions, version: 0 });
    expect(saved).toMatchObject({ pattern, version: 1 });
    expect(saved.exceptions.map(({ date }) => date)).toEqual([TODAY, NEXT_WEEK]);
    expect(await ok(session, substitutes.availability)).toEqual(saved);
  });

  test('of two at once one wins, and the other is given the calendar as it stands', async () => {
    const { session } = await buildSubstitute(server);
    const first = await ok(session, substitutes.saveAvailability, { pattern: [], exceptions: [], version: 0 });
    const problem = await refused(session, substitutes.saveAvailability, { pattern: [], exceptions: [], version: 0 }, 'conflict');
    expect(problem.current).toEqual(first);
  });

  test('refuses what makes no calendar, and who may not', async () => {
    const { session } = await buildSubstitute(server);
    const twice = { date: NEXT_WEEK, half: 'am', available: true };
    for (const wrong of [
      { exceptions: [twice, { ...twice, available: false }] },
      { exceptions: [{ ...twice, date: '2026-02-30' }] },
      { exceptions: [{ ...twice, date: addDays(TODAY, 500) }] },
      { pattern: [{ weekday: 8, half: 'am', weeks: 'every' }] },
    ])
      await refused(session, substitutes.saveAvailability, { pattern: [], exceptions: [], version: 0, ...wrong }, 'invalid-input');
    const calendar = { pattern: [], exceptions: [], version: 0 };
    await refused((await buildPerson(server)).session, substitutes.saveAvailability, calendar, 'not-found');
    await refused(guest, substitutes.saveAvailability, calendar, 'not-found');
    await refused(nobody, substitutes.saveAvailability, calendar, 'unauthenticated');
  });
});

describe('what the pool copies from elsewhere', () => {
  const found = async (id: string) => (await substitutesById([id], { from: TODAY, to: NEXT_WEEK })).get(id);

  test('follows her name, also after a crash kept the change from it', async () => {
    const { id, session } = await buildSubstitute(server);
    await ok(session, contract.accounts.updateProfile, { name: 'ATSEM, école Jules-Ferry', function: 'ATSEM', phone: null, expertise: [] });
    expect((await found(id))?.person.name).toBe('ATSEM, école Jules-Ferry');
    await SubstituteModel.updateOne({ _id: id }, { $set: { 'person.name': 'Ancien nom' } });
    await followEveryone();
    expect((await found(id))?.person.name).toBe('ATSEM, école Jules-Ferry');
  });

  test('nobody suspended may be asked', async () => {
    const { id } = await buildSubstitute(server);
    const referent = await buildPerson(server, { roles: ['referent'] });
    await ok(referent.session, contract.agents.suspend, { slug: 'anzin', personId: id });
    expect(await found(id)).toBeUndefined();
    await ok(referent.session, contract.agents.reactivate, { slug: 'anzin', personId: id });
    expect(await found(id)).toBeDefined();
  });

  test('remembers who was asked last, and never an earlier time', async () => {
    const { id } = await buildOutsider(server);
    const at = new Date('2026-11-20T06:50:00Z');
    await publish('replacements.asked', { substituteIds: [id], at });
    await publish('replacements.asked', { substituteIds: [id], at: new Date('2026-11-19T06:50:00Z') });
    expect((await found(id))?.lastAskedAt).toEqual(at);
  });
});
