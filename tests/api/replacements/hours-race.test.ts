import { contract } from '@beffroi/shared/contract';
import { addDays } from '@beffroi/shared/core/half-days';
import { beforeAll, expect, test } from 'vitest';
import { BookingModel, type BookingRecord } from '../../../server/src/features/replacements/booking.model.ts';
import { ReplacementActModel } from '../../../server/src/features/replacements/replacement-act.model.ts';
import { SubstituteModel } from '../../../server/src/features/substitutes/substitute.model.ts';
import { ok } from '../../support/api-client.ts';
import { buildPastBooking } from '../../support/bookings.ts';
import { buildHr, buildSubstitute } from '../../support/replacements.ts';
import { startServerProcess, temporaryFolder } from '../../support/server-process.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import type { TestPerson } from '../../support/world.ts';

const { confirm } = contract.replacements;
const AUTH_SECRET = 'le-meme-secret-pour-tous-les-processus-0123';
const MONTH = '2026-09';
const DAYS = 6;
/** What each side says, one half-day after the other: alike, or not. */
const SAID = [
  [210, 210],
  [180, 240],
  [0, 0],
  [195, 195],
] as const;

let nearby: Server;
let hr: TestPerson;
let lender: TestPerson;
let substitute: TestPerson;
const bookings: BookingRecord[] = [];
beforeAll(async () => {
  nearby = await startServer({ AUTH_SECRET });
  [hr, lender] = [await buildHr(nearby), await buildHr(nearby, 'anzin')];
  substitute = await buildSubstitute(nearby, { commune: 'anzin' });
  for (let index = 0; index < DAYS; index++)
    for (const half of ['am', 'pm'] as const) {
      const when = { date: addDays(`${MONTH}-01`, index), half };
      bookings.push(await buildPastBooking(substitute, { host: 'hergnies', lender: 'anzin', ...when, byHost: null, bySubstitute: null }));
    }
}, 60_000);
const startProcess = () =>
  startServerProcess({ MONGODB_URI: nearby.databaseUri, DATA_DIR: temporaryFolder(), AUTH_SECRET, LOG_LEVEL: 'error' });
const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);

test('hours both sides confirm at once, each by another process and several times, are agreed where they say the same; statements add up to them', {
  timeout: 120_000,
}, async () => {
  const [one, other] = [(await startProcess()).url, (await startProcess()).url];
  // Said again once both agreed, it is said once: nobody is refused.
  const say = (person: TestPerson, url: string, id: string, minutes: number) => ok({ ...person.session, url }, confirm, { id, minutes });
  await Promise.all(
    bookings.flatMap(({ _id }, index) => {
      const [theirs, hers] = SAID[index % SAID.length] as (typeof SAID)[number];
      const id = _id.toHexString();
      return [say(hr, one, id, theirs), say(substitute, other, id, hers), say(hr, other, id, theirs), say(substitute, one, id, hers)];
    }),
  );
  const stored = await BookingModel.find({ substituteId: substitute.id }).sort({ date: 1, half: 1 }).lean<BookingRecord[]>();
  const planned = bookings.map(({ minutes }) => minutes);
  const expected = stored.map((_booking, index) => {
    const [theirs, hers] = SAID[index % SAID.length] as (typeof SAID)[number];
    return theirs === hers ? { agreed: true, minutes: theirs } : { agreed: false, minutes: planned[index] };
  });
  expect(stored.map(({ agreed, minutes }) => ({ agreed, minutes }))).toEqual(expected);

  const agreed = sum(stored.filter((booking) => booking.agreed).map(({ minutes }) => minutes));
  const whole = sum(stored.map(({ minutes }) => minutes));
  const [received, lent] = [
    await ok(hr.session, contract.statements.get, { slug: 'hergnies', month: MONTH }),
    await ok(lender.session, contract.statements.get, { slug: 'anzin', month: MONTH }),
  ];
  expect(received.totals).toMatchObject({ received: whole, receivedAgreed: agreed });
  expect(lent.totals).toMatchObject({ lent: whole, lentAgreed: agreed });

  // What she worked this year is recounted by whoever heard of it last.
  await expect
    .poll(async () => (await SubstituteModel.findById(substitute.id).lean())?.minutesByYear, { timeout: 15_000 })
    .toEqual({ '2026': whole });
  // Each side’s word is in the trail for every half-day.
  const acts = await ReplacementActModel.find({ action: 'hours-confirmed' }).lean();
  const spoken = new Set(acts.map(({ replacementId, by }) => `${replacementId} ${by.id}`));
  expect(spoken.size).toBe(bookings.length * 2);
});
