import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ReplacementModel } from '../../../server/src/features/replacements/replacement.model.ts';
import { ok, refused } from '../../support/api-client.ts';
import { am, ask, buildHr, buildSubstitute, offer, pm, publish } from '../../support/replacements.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildPerson, type TestPerson } from '../../support/world.ts';

const { book, candidates } = contract.replacements;

let server: Server;
let hr: TestPerson;
beforeAll(async () => {
  server = await startServer();
  hr = await buildHr(server);
});

describe('replacements.candidates', () => {
  test('puts who said yes first, then fewest hours, then the least recently asked; red ones last, with their reason', async () => {
    const only = { metiers: ['agent-restauration'], diplomas: [] };
    const { id } = await publish(hr, { metier: 'agent-restauration' });
    // Its wave finds nobody yet: asking them would make all of them lately asked.
    await expect.poll(() => ReplacementModel.exists({ _id: id, exhausted: true })).not.toBeNull();
    const built = async (options: Parameters<typeof buildSubstitute>[1]) => (await buildSubstitute(server, { ...only, ...options })).id;
    const busy = await built({ minutesThisYear: 6_000 });
    const often = await built({ lastAskedAt: new Date() });
    const seldom = await built({ lastAskedAt: new Date(Date.now() - 30 * 86_400_000) });
    const never = await built({});
    const withoutAgreement = await built({ commune: 'anzin', agreed: false });
    const said = await buildSubstitute(server, { ...only, minutesThisYear: 9_000, commune: 'anzin' });
    await built({ metiers: ['atsem'] });
    await ask(said, id);
    const { id: offerId } = await offer(said, id, [pm(0)]);
    const { items } = await ok(hr.session, candidates, { id });
    expect(items.map(({ person }) => person.id)).toEqual([said.id, never, seldom, often, busy, withoutAgreement]);
    expect(items[0]).toMatchObject({ offer: { id: offerId, slots: [pm(0)] }, employer: 'anzin', minutesThisYear: 9_000, booked: [] });
    expect(items[0]?.strengths).toContain('accord de l’employeur');
    expect(items[0]?.askedAt).not.toBeNull();
    expect(items[1]).toMatchObject({ eligible: true, offer: null, slots: [{ ...am(0), eligible: true, reasons: [] }, { ...pm(0) }] });
    const last = items.at(-1);
    expect(last).toMatchObject({ eligible: false });
    expect(last?.slots[0]?.reasons[0]?.sentence).toMatch(/\p{L}.*\.$/u);
  });

  test('says what a candidate is booked for, and asks only about what is left to fill', async () => {
    const substitute = await buildSubstitute(server, { metiers: ['agent-entretien'] });
    const { id } = await publish(hr, { metier: 'agent-entretien' });
    const { id: offerId } = await offer(substitute, id);
    await ok(hr.session, book, { id, offerId, slots: [am(0)] });
    const { items } = await ok(hr.session, candidates, { id });
    expect(items).toMatchObject([{ booked: [am(0)], slots: [{ ...pm(0), eligible: true }] }]);
  });

  test('is for the commune’s HR, and for the administrator to read', async () => {
    const { id } = await publish(hr);
    await ok((await buildPerson(server, { administrator: true })).session, candidates, { id });
    await refused({ url: server.url, cookie: '' }, candidates, { id }, 'unauthenticated');
    await refused((await buildHr(server, 'onnaing')).session, candidates, { id }, 'forbidden');
    await refused((await buildPerson(server)).session, candidates, { id }, 'forbidden');
    await refused((await buildPerson(server, { commune: null, substitute: true })).session, candidates, { id }, 'not-found');
  });
});
