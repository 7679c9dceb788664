import { contract } from '@beffroi/shared/contract';
import type { HalfDay } from '@beffroi/shared/core/half-days';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { BookingModel, type BookingRecord } from '../../../server/src/features/replacements/booking.model.ts';
import { bookedMinutesByYear } from '../../../server/src/features/replacements/bookings.queries.ts';
import { OfferModel } from '../../../server/src/features/replacements/offer.model.ts';
import { ReplacementModel } from '../../../server/src/features/replacements/replacement.model.ts';
import { call } from '../../support/api-client.ts';
import { wrongBookings } from '../../support/booking-race.ts';
import { buildRaceScene, offered, type RaceScene } from '../../support/race-scene.ts';
import { am, pm, publish } from '../../support/replacements.ts';
import { startServer } from '../../support/start-server.ts';
import type { TestPerson } from '../../support/world.ts';

const { book, cancel, cancelBooking } = contract.replacements;
const COMMUNES = 3;
const PEOPLE = 3;
const DAYS: HalfDay[] = [am(0), pm(0), am(1)];

let scene: RaceScene;
beforeAll(async () => {
  scene = await buildRaceScene(await startServer(), COMMUNES, PEOPLE);
});

interface Need {
  id: string;
  hr: TestPerson;
  /** By person. */
  offers: string[];
}

/** The same three half-days wanted by each commune, and offered by everyone to each. */
const newNeeds = async (): Promise<Need[]> => {
  await Promise.all([BookingModel.deleteMany({}), OfferModel.deleteMany({}), ReplacementModel.deleteMany({})]);
  const needs: Need[] = [];
  for (const { commune, hr } of scene.hrs) {
    const { id } = await publish(hr, { commune, slots: DAYS });
    await ReplacementModel.updateOne({ _id: id }, { $unset: { nextWaveAt: 1, riskAt: 1 } });
    needs.push({ id, hr, offers: await Promise.all(scene.substitutes.map((one) => offered(one, id, DAYS))) });
  }
  return needs;
};

const move = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('book' as const),
      need: fc.nat(COMMUNES - 1),
      person: fc.nat(PEOPLE - 1),
      slots: fc.subarray(DAYS, { minLength: 1 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cancel booking' as const), need: fc.nat(COMMUNES - 1) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('cancel half-day' as const), need: fc.nat(COMMUNES - 1), slot: fc.constantFrom(...DAYS) }),
  },
);
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

const play = async (needs: readonly Need[], one: Move): Promise<number> => {
  const need = needs[one.need] as Need;
  const { id, hr } = need;
  if (one.kind === 'book') return (await call(hr.session, book, { id, offerId: need.offers[one.person], slots: one.slots })).status;
  if (one.kind === 'cancel half-day') return (await call(hr.session, cancel, { id, slots: [one.slot] })).status;
  const booking = await BookingModel.findOne({ replacementId: id }).lean<BookingRecord>();
  return booking ? (await call(hr.session, cancelBooking, { id: booking._id.toHexString() })).status : 404;
};

describe('whatever is done at once', () => {
  test('nobody is booked twice, no seat is taken twice, no half-day that was cancelled has anybody; hours are those of the bookings', {
    timeout: 240_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(move, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 }), async (rounds) => {
        const needs = await newNeeds();
        for (const moves of rounds) {
          const statuses = await Promise.all(moves.map((one) => play(needs, one)));
          for (const status of statuses) expect([200, 201, 400, 403, 404, 409]).toContain(status);
          // Cancelling takes some of a group away: only whole seats and people are looked at.
          expect((await wrongBookings(needs.map(({ id }) => id))).filter((wrong) => !wrong.startsWith('in part'))).toEqual([]);
        }
        const bookings = await BookingModel.find().lean<BookingRecord[]>();
        for (const { _id, slots } of await ReplacementModel.find().lean())
          for (const { date, half } of slots.filter(({ cancelledAt }) => cancelledAt))
            expect(bookings.filter((one) => one.replacementId === _id.toHexString() && one.date === date && one.half === half)).toEqual([]);
        for (const { id } of scene.substitutes) {
          const minutes = bookings.filter(({ substituteId }) => substituteId === id).reduce((sum, one) => sum + one.minutes, 0);
          expect(Object.values(await bookedMinutesByYear(id)).reduce((sum, one) => sum + one, 0)).toBe(minutes);
        }
      }),
      { numRuns: 12 },
    );
  });
});
