import { contract } from '@beffroi/shared/contract';
import type { Actor } from '@beffroi/shared/core/actor';
import { type HalfDay, slotEnd } from '@beffroi/shared/core/half-days';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { BookingModel, type BookingRecord } from '../../../server/src/features/replacements/booking.model.ts';
import { confirmHours } from '../../../server/src/features/replacements/commands/confirm-hours.ts';
import { MonthFiguresModel } from '../../../server/src/features/replacements/month-figures.model.ts';
import { keptByMonth, markMonths } from '../../../server/src/features/replacements/month-figures.ts';
import {
  countBooked,
  countWanted,
  seatsBooked,
  seatsWanted,
} from '../../../server/src/features/replacements/replacement-figures.queries.ts';
import { sweepReplacements } from '../../../server/src/features/replacements/settle-replacement.ts';
import { sweepBookings } from '../../../server/src/features/replacements/sweep-bookings.ts';
import { atInstant } from '../../../server/src/platform/clock.ts';
import { backgroundDone } from '../../../server/src/platform/logger.ts';
import { call } from '../../support/api-client.ts';
import { sendAtOnce, type Wish } from '../../support/booking-race.ts';
import { buildRaceScene, offered, type RaceScene, wishesForOnePerson, wishesForOneSeat } from '../../support/race-scene.ts';
import { am, day, pm, publish } from '../../support/replacements.ts';
import { startServerProcess, temporaryFolder } from '../../support/server-process.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import type { TestPerson } from '../../support/world.ts';

const { book, cancel, cancelBooking, edit } = contract.replacements;
const AUTH_SECRET = 'le-meme-secret-pour-tous-les-processus-0123';
const COMMUNES = 3;
const PEOPLE = 3;
/** Of two months at least, and three weeks of one of them. */
const DAYS: HalfDay[] = [am(0), pm(0), am(9), am(31)];
const FROM = `${day(0).slice(0, 7)}-01`;
/** Read up to here most of the time, so that what was kept is found again; now and then up to another day. */
const LAST = day(60);
const READ_TO = [LAST, day(20), LAST];

let nearby: Server;
let scene: RaceScene;
beforeAll(async () => {
  nearby = await startServer({ AUTH_SECRET });
  scene = await buildRaceScene(nearby, COMMUNES, PEOPLE);
});

const read = (to: string) => Promise.all([seatsWanted({ from: FROM, to }), seatsBooked({ from: FROM, to })]);
/** What is kept is what is counted from nothing, whatever day one reads to. */
const expectExact = async (): Promise<void> => {
  await backgroundDone();
  const inOrder = (all: readonly object[][]) => all.map((cells) => cells.map((cell) => JSON.stringify(Object.entries(cell).sort())).sort());
  for (const to of READ_TO) {
    const period = { from: FROM, to };
    expect(inOrder(await read(to))).toEqual(inOrder([await countWanted(period), await countBooked(period)]));
  }
};

interface Need {
  id: string;
  commune: string;
  hr: TestPerson;
  /** By person. */
  offers: string[];
}
const newNeeds = (): Promise<Need[]> =>
  Promise.all(
    scene.hrs.map(async ({ commune, hr }, index) => {
      const { id } = await publish(hr, { commune, slots: DAYS.map((slot) => ({ ...slot, seats: 1 + (index % 2) })) });
      return { id, commune, hr, offers: await Promise.all(scene.substitutes.map((one) => offered(one, id, DAYS))) };
    }),
  );

const need = fc.nat(COMMUNES - 1);
const slot = fc.constantFrom(...DAYS);
const move = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('book' as const),
      need,
      person: fc.nat(PEOPLE - 1),
      slots: fc.subarray(DAYS, { minLength: 1 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('read' as const), to: fc.constantFrom(...READ_TO) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cancel booking' as const), need }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('confirm' as const), need, minutes: fc.constantFrom(0, 120, 240) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel half-day' as const), need, slot }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('add half-day' as const), need, slot }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), need }) },
);
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

/** Both sides say it at once, once it is over. */
const confirm = async ({ commune, hr }: Need, booking: BookingRecord, minutes: number): Promise<void> => {
  const sides: Actor[] = [
    { personId: hr.id, administrator: false, communes: { [commune]: ['hr'] }, clubs: {} },
    { personId: booking.substituteId, administrator: false, communes: {}, clubs: {}, substitute: true },
  ];
  const said = { id: booking._id.toHexString(), minutes };
  // One that is cancelled meanwhile, or agreed already, is refused.
  await atInstant(slotEnd(booking), () => Promise.allSettled(sides.map((actor) => confirmHours(actor, said))));
};

const play = async (needs: readonly Need[], one: Move): Promise<unknown> => {
  if (one.kind === 'read') return read(one.to);
  const { id, hr, offers } = needs[one.need] as Need;
  if (one.kind === 'book') return call(hr.session, book, { id, offerId: offers[one.person], slots: one.slots });
  if (one.kind === 'cancel half-day') return call(hr.session, cancel, { id, slots: [one.slot] });
  if (one.kind === 'add half-day') return call(hr.session, edit, { id, addSlots: [one.slot], version: 1_000 });
  if (one.kind === 'cancel') return call(hr.session, cancel, { id });
  const booking = await BookingModel.findOne({ replacementId: id }).lean<BookingRecord>();
  if (!booking) return null;
  if (one.kind === 'confirm') return confirm(needs[one.need] as Need, booking, one.minutes);
  return call(hr.session, cancelBooking, { id: booking._id.toHexString() });
};

test('whatever is done and read at once, the sums that are kept are those counted from nothing', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(move, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 }), async (rounds) => {
      await BookingModel.deleteMany({});
      await MonthFiguresModel.deleteMany({});
      const needs = await newNeeds();
      for (const moves of rounds) {
        await Promise.all(moves.map((one) => play(needs, one)));
        await expectExact();
      }
    }),
    { numRuns: 15 },
  );
});

test('a process killed while everything is booked at once, and read: once what it left is carried out, the sums are exact', {
  timeout: 120_000,
}, async () => {
  const start = () => startServerProcess({ MONGODB_URI: nearby.databaseUri, DATA_DIR: temporaryFolder(), AUTH_SECRET, LOG_LEVEL: 'error' });
  const [survivor, killed] = [await start(), await start()];
  const wishes: Wish[] = [];
  for (let index = 10; index < 16; index += 2)
    wishes.push(...(await wishesForOnePerson(scene, index)), ...(await wishesForOneSeat(scene, index + 1)));
  const before = await BookingModel.countDocuments();
  let reading = true;
  const reader = (async () => {
    while (reading) await read(LAST);
  })();
  const sending = sendAtOnce(wishes, [survivor.url, killed.url]);
  await expect.poll(() => BookingModel.countDocuments(), { interval: 2, timeout: 30_000 }).toBeGreaterThan(before);
  await killed.kill();
  await sending;
  await sweepBookings({ all: true });
  await sweepReplacements({ all: true });
  reading = false;
  await reader;
  await survivor.kill();
  await sweepReplacements({ all: true });
  await expectExact();
});

test('a month over that nothing changed is not counted again', async () => {
  await publish(scene.hrs[0]?.hr as TestPerson, { commune: 'commune-0', slots: [am(2)] });
  await backgroundDone();
  const period = { from: FROM, to: LAST };
  const counted = await seatsWanted(period);
  // Whatever stands there is given, as long as nobody says that it changed.
  await MonthFiguresModel.updateMany({ _id: /^wanted:/ }, { $set: { cells: [] } });
  expect(await seatsWanted(period)).toEqual([]);
  await markMonths(['booked'], [day(2)]);
  expect(await seatsWanted(period)).toEqual([]);
  const later = `${Number(LAST.slice(0, 4)) + 1}-01-01`;
  await markMonths(['wanted'], [later]);
  expect(await seatsWanted(period)).toEqual([]);
  await markMonths(['wanted'], [day(2)]);
  expect(await seatsWanted(period)).toEqual(counted.filter(({ month }) => month === day(2).slice(0, 7)));
});

test('what changes while a month is being counted, too late to be in it, has it counted again', async () => {
  await MonthFiguresModel.deleteMany({});
  const period = { from: FROM, to: `${FROM.slice(0, 7)}-28` };
  let seats = 1;
  const countLate = async () => {
    const seen = seats;
    seats = 2;
    await markMonths(['wanted'], [FROM]);
    return [seen];
  };
  expect(await keptByMonth('wanted', period, countLate)).toEqual([1]);
  const counting = async () => [seats];
  expect(await keptByMonth('wanted', period, counting)).toEqual([2]);
});
