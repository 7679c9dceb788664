import type { ChildProcess } from 'node:child_process';
import { addDays, type HalfDay } from '@beffroi/shared/core/half-days';
import { BookingModel } from '../../server/src/features/replacements/booking.model.ts';
import { OfferModel } from '../../server/src/features/replacements/offer.model.ts';
import { ReplacementModel } from '../../server/src/features/replacements/replacement.model.ts';
import { SubstituteModel } from '../../server/src/features/substitutes/substitute.model.ts';
import { type Outcome, send, sendAtOnce, type Wish, wrongBookings, wrongEndings } from '../../tests/support/booking-race.ts';
import type { SignedIn } from './people.ts';
import { communeOf, firstDay, newNeed, newOffer } from './seed.ts';

/** Half of a round’s bookings want one person, the other half one need’s seat. */
const HALF = 100;
/** About what two hundred bookings at once take. */
const ROUND_MS = 2_500;
const RETRIES = 40;
const RETRY_MS = 500;

export interface Processes {
  urls: string[];
  /** Ends the second at once, as a power cut would, and starts another in its place. */
  killSecond: () => Promise<void>;
  child: () => ChildProcess;
}

/** After all that is booked, by the seed and by earlier races: nobody is booked from then on. */
const firstFreeDay = async (): Promise<string> => {
  const last = await BookingModel.findOne({}, { date: 1 }).sort({ startsAt: -1 }).lean();
  return addDays(last?.date ?? firstDay(), 8);
};

/** A fresh day a round; far enough apart for weekly hours not to matter. */
const daysOf = (free: string, round: number): HalfDay[] =>
  (['am', 'pm'] as const).map((half) => ({ date: addDays(free, round * 2), half }));

const wishesOf = async (round: number, free: string, hrs: SignedIn[], people: string[]): Promise<Wish[]> => {
  const slots = daysOf(free, round);
  const wanted = people[round % people.length] as string;
  const needs = Array.from({ length: HALF }, (_, nth) => newNeed(communeOf(nth), 'atsem', slots));
  const seat = newNeed(communeOf(round), 'atsem', slots);
  const others = people.filter((id) => id !== wanted).slice(0, HALF);
  const offers = [...needs.map((need) => newOffer(need, wanted)), ...others.map((id) => newOffer(seat, id))];
  await ReplacementModel.collection.insertMany([...needs, seat] as never[]);
  await OfferModel.collection.insertMany(offers as never[]);
  const hrOf = (index: number): SignedIn => hrs[index % hrs.length] as SignedIn;
  return offers.map((offer, nth) => ({
    race: nth < HALF ? `person ${round}` : `seat ${round}`,
    hr: nth < HALF ? hrOf(nth) : hrOf(round),
    needId: offer.replacementId,
    offerId: offer._id.toHexString(),
    slots,
  }));
};

/** What got no answer, or was told to come back, is asked again, as its HR would: until what a kill left behind is ended. */
const askAgain = async (outcomes: Outcome[], urls: string[]): Promise<Outcome[]> => {
  const ended: Outcome[] = [];
  for (const outcome of outcomes) {
    let last = outcome;
    for (let tries = 0; tries < RETRIES && last.status !== 201 && last.status !== 409; tries++) {
      last = await send(last.wish, urls[0] as string);
      if (last.status === 0 || last.status >= 500) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
    ended.push(last);
  }
  return ended;
};

const poolOf = async (): Promise<string[]> =>
  (await SubstituteModel.find({ metiers: 'atsem', employer: null }, { _id: 1 }).sort({ _id: 1 }).limit(400)).map(({ _id }) =>
    _id.toHexString(),
  );

/** Rounds of two hundred bookings at once, by two processes. */
export const race = async (processes: Processes, hrs: SignedIn[], rounds: number): Promise<void> => {
  const [people, free] = [await poolOf(), await firstFreeDay()];
  const wrong: string[] = [];
  const from = performance.now();
  for (let round = 0; round < rounds; round++) {
    const wishes = await wishesOf(round, free, hrs, people);
    wrong.push(...wrongEndings(await sendAtOnce(wishes, processes.urls)));
    wrong.push(...(await wrongBookings([...new Set(wishes.map(({ needId }) => needId))])));
  }
  console.log(
    `${rounds} rounds of ${HALF * 2} bookings at once: ${wrong.length} wrong, ${((performance.now() - from) / 1000).toFixed(0)} s`,
  );
  for (const one of wrong.slice(0, 20)) console.log(`  ${one}`);
};

/** The same, with the second process killed in the middle of each round. */
export const raceWithKills = async (processes: Processes, hrs: SignedIn[], rounds: number): Promise<void> => {
  const [people, free] = [await poolOf(), await firstFreeDay()];
  const wrong: string[] = [];
  let unanswered = 0;
  for (let round = 0; round < rounds; round++) {
    const wishes = await wishesOf(round, free, hrs, people);
    const sending = sendAtOnce(wishes, processes.urls);
    // A different instant each round, over the time a round takes: in the queue, at the inserting, after some are answered.
    await new Promise((resolve) => setTimeout(resolve, 20 + ((round * 397) % ROUND_MS)));
    await processes.killSecond();
    const outcomes = await sending;
    unanswered += outcomes.filter(({ status }) => status === 0).length;
    // The new process ended at its start what the killed one left.
    wrong.push(...wrongEndings(await askAgain(outcomes, processes.urls)));
    wrong.push(...(await wrongBookings([...new Set(wishes.map(({ needId }) => needId))])));
  }
  console.log(`${rounds} rounds with a kill -9 in the middle: ${unanswered} bookings unanswered and asked again, ${wrong.length} wrong`);
  for (const one of wrong.slice(0, 20)) console.log(`  ${one}`);
};
