import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { PersonModel } from '../../../server/src/features/accounts/person.model.ts';
import { SubstituteModel } from '../../../server/src/features/substitutes/substitute.model.ts';
import { publish as publishEvent } from '../../../server/src/platform/events.ts';
import { ok } from '../../support/api-client.ts';
import { am, buildHr, buildSubstitute, offer, pm, publish } from '../../support/replacements.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import type { TestPerson } from '../../support/world.ts';

const { get, edit } = contract.replacements;

let server: Server;
let hr: TestPerson;
let lender: TestPerson;
beforeAll(async () => {
  server = await startServer();
  hr = await buildHr(server);
  lender = await buildHr(server, 'anzin');
});

/** What the board says of a need two half-days of which one person offered. */
const boardOf = async (id: string) => {
  const { state, counts, offers, slots } = await ok(hr.session, get, { id });
  return { state, missing: counts.missing, offers: offers.length, slots: slots.map((slot) => slot.state) };
};
const offeredBy = async (substitute: TestPerson): Promise<string> => {
  const { id } = await publish(hr, { slots: [am(0), pm(0)] });
  await offer(substitute, id);
  expect(await boardOf(id)).toMatchObject({ state: 'offered', missing: 0, offers: 1 });
  return id;
};
const ALL_MISSING = { state: 'missing', missing: 2, offers: 0, slots: ['missing', 'missing'] };

describe('what somebody offered lapses, and the board says that nobody comes,', () => {
  test('when she leaves the pool', async () => {
    const substitute = await buildSubstitute(server);
    const id = await offeredBy(substitute);
    const { version } = await ok(hr.session, get, { id });
    await ok(substitute.session, contract.substitutes.leave);
    expect(await boardOf(id)).toEqual(ALL_MISSING);
    expect((await ok(hr.session, get, { id })).version).toBeGreaterThan(version);
    // Whoever was changing the need loses nothing by it.
    await ok(hr.session, edit, { id, version, place: 'École Curie' });
  });

  test('when her employer withdraws its agreement, or no longer agrees to that day', async () => {
    const substitute = await buildSubstitute(server, { commune: 'anzin' });
    const id = await offeredBy(substitute);
    const hers = { slug: 'anzin', personId: substitute.id };
    await ok(lender.session, contract.substitutes.agree, { ...hers, until: am(0).date });
    expect(await boardOf(id)).toMatchObject({ state: 'offered', offers: 1 });
    await ok(lender.session, contract.substitutes.withdraw, hers);
    expect(await boardOf(id)).toEqual(ALL_MISSING);
  });

  test('when her account is suspended', async () => {
    const substitute = await buildSubstitute(server);
    const id = await offeredBy(substitute);
    await PersonModel.updateOne({ _id: substitute.id }, { $set: { suspendedAt: new Date() } });
    await publishEvent('accounts.rights.changed', { personId: substitute.id, clubIds: [] });
    expect((await SubstituteModel.findById(substitute.id).lean())?.active).toBe(false);
    expect(await boardOf(id)).toEqual(ALL_MISSING);
  });
});
