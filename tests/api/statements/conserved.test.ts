import { contract } from '@beffroi/shared/contract';
import { addDays, type HalfDay } from '@beffroi/shared/core/half-days';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { BookingModel } from '../../../server/src/features/replacements/booking.model.ts';
import { SubstituteModel } from '../../../server/src/features/substitutes/substitute.model.ts';
import { ok } from '../../support/api-client.ts';
import { buildPastBooking } from '../../support/bookings.ts';
import { buildHr, buildSubstitute } from '../../support/replacements.ts';
import { startServer } from '../../support/start-server.ts';
import { buildCommune, type TestPerson } from '../../support/world.ts';

const { confirm } = contract.replacements;
const COMMUNES = ['anzin', 'hergnies', 'onnaing'];
/** The last days of a month and the first of the next. */
const DAYS = Array.from({ length: 6 }, (_, index) => addDays('2026-08-29', index));
const MONTHS = ['2026-08', '2026-09'];
const HALF_DAYS: HalfDay[] = DAYS.flatMap((date) => (['am', 'pm'] as const).map((half) => ({ date, half })));
const MINUTES = [0, 180, 210, 240];

let hrs: TestPerson[];
/** One from outside, then one of each commune. */
let people: { person: TestPerson; lender: string | null }[];
beforeAll(async () => {
  const server = await startServer();
  for (const slug of COMMUNES) await buildCommune(slug);
  hrs = await Promise.all(COMMUNES.map((commune) => buildHr(server, commune)));
  people = await Promise.all(
    [null, ...COMMUNES].map(async (lender) => ({ person: await buildSubstitute(server, { commune: lender }), lender })),
  );
});

const nthCommune = fc.nat(COMMUNES.length - 1);
const halfDay = fc.record({
  slot: fc.constantFrom(...HALF_DAYS),
  person: fc.nat(COMMUNES.length),
  host: nthCommune,
  byHost: fc.constantFrom(...MINUTES),
  bySubstitute: fc.constantFrom(...MINUTES, null),
});
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

test('an hour booked is one hour of a substitute, received by one commune and lent by at most one, whatever both sides confirmed', {
  timeout: 120_000,
}, async () => {
  // Nobody is in two places at once.
  const worked = fc.uniqueArray(halfDay, {
    minLength: 1,
    maxLength: 8,
    selector: ({ slot, person }) => `${person} ${slot.date} ${slot.half}`,
  });
  await fc.assert(
    fc.asyncProperty(worked, async (all) => {
      await BookingModel.deleteMany({});
      const ids: string[] = [];
      for (const { slot, person, host } of all) {
        const { person: who, lender } = people[person] as (typeof people)[number];
        const booking = { host: COMMUNES[host] as string, lender, ...slot, byHost: null, bySubstitute: null };
        ids.push((await buildPastBooking(who, booking))._id.toHexString());
      }
      for (const [nth, { person, host, byHost, bySubstitute }] of all.entries()) {
        const id = ids[nth] as string;
        await ok((hrs[host] as TestPerson).session, confirm, { id, minutes: byHost });
        if (bySubstitute !== null)
          await ok((people[person] as (typeof people)[number]).person.session, confirm, { id, minutes: bySubstitute });
      }
      // What both said alike is what she worked; else what was planned stands.
      const hoursOf = ({ byHost, bySubstitute }: (typeof all)[number]): number => (byHost === bySubstitute ? byHost : 210);
      for (const month of MONTHS) {
        const statements = await Promise.all(
          COMMUNES.map((slug, nth) => ok((hrs[nth] as TestPerson).session, contract.statements.get, { slug, month })),
        );
        const ofMonth = all.filter(({ slot }) => slot.date.startsWith(month));
        const isOwn = ({ person, host }: (typeof all)[number]): boolean => people[person]?.lender === COMMUNES[host];
        const exchanged = ofMonth.filter((one) => !isOwn(one));
        const lent = exchanged.filter(({ person }) => people[person]?.lender !== null);
        expect(sum(statements.map(({ totals }) => totals.received))).toBe(sum(exchanged.map(hoursOf)));
        expect(sum(statements.map(({ totals }) => totals.lent))).toBe(sum(lent.map(hoursOf)));
      }
      for (const [nth, { person }] of people.entries()) {
        const hers = all.filter((one) => one.person === nth);
        if (hers.some(({ byHost, bySubstitute }) => byHost === bySubstitute))
          await expect
            .poll(async () => (await SubstituteModel.findById(person.id).lean())?.minutesByYear['2026'], { interval: 10, timeout: 10_000 })
            .toBe(sum(hers.map(hoursOf)));
      }
    }),
    { numRuns: 6 },
  );
});
