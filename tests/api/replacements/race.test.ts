import { contract } from '@beffroi/shared/contract';
import { minutesOf, USUAL_HOURS } from '@beffroi/shared/core/half-days';
import { beforeAll, describe, expect, test } from 'vitest';
import { BookingModel } from '../../../server/src/features/replacements/booking.model.ts';
import { sweepReplacements } from '../../../server/src/features/replacements/settle-replacement.ts';
import { sweepBookings } from '../../../server/src/features/replacements/sweep-bookings.ts';
import { ok } from '../../support/api-client.ts';
import { type Outcome, send, sendAtOnce, type Wish, wrongBookings, wrongEndings } from '../../support/booking-race.ts';
import { buildRaceScene, type RaceScene, wishesBeyondOneYear, wishesForOnePerson, wishesForOneSeat } from '../../support/race-scene.ts';
import { am, buildSubstitute, MONDAY } from '../../support/replacements.ts';
import { startServerProcess, temporaryFolder } from '../../support/server-process.ts';
import { type Server, startServer } from '../../support/start-server.ts';

const AUTH_SECRET = 'le-meme-secret-pour-tous-les-processus-0123';
const COMMUNES = 8;
const PEOPLE = 8;

let nearby: Server;
let scene: RaceScene;
beforeAll(async () => {
  nearby = await startServer({ AUTH_SECRET });
  scene = await buildRaceScene(nearby, COMMUNES, PEOPLE);
});
const startProcess = () =>
  startServerProcess({ MONGODB_URI: nearby.databaseUri, DATA_DIR: temporaryFolder(), AUTH_SECRET, LOG_LEVEL: 'error' });

/** Every need of these wishes says « pourvu » where somebody is booked, and nowhere else. */
const boardAgrees = async (wishes: readonly Wish[]): Promise<void> => {
  for (const { needId, hr } of wishes) {
    const { slots, bookings } = await ok({ ...hr, url: nearby.url }, contract.replacements.get, { id: needId });
    for (const slot of slots) {
      const booked = bookings.filter(({ date, half }) => slot.date === date && slot.half === half);
      expect(slot.state === 'filled').toBe(booked.length === slot.seats);
      expect(booked.every(({ substitute }) => substitute.id)).toBe(true);
    }
  }
};

describe('bookings at once, by two processes', () => {
  test('of one person by every commune, and of one seat for everybody: one wins each, the others are told what is taken', {
    timeout: 120_000,
  }, async () => {
    const urls = [(await startProcess()).url, (await startProcess()).url];
    const asked: string[] = [];
    for (let round = 0; round < 3; round++) {
      // Each round asks for days of its own, a person and a seat race side by side.
      const wishes = [...(await wishesForOnePerson(scene, round * 2)), ...(await wishesForOneSeat(scene, round * 2 + 1))];
      asked.push(...wishes.map(({ needId }) => needId));
      const outcomes = await sendAtOnce(wishes, urls);
      expect(wrongEndings(outcomes)).toEqual([]);
      await boardAgrees(wishes);
    }
    expect(await wrongBookings(asked)).toEqual([]);
  });

  test('of other half-days of one person by every commune: together they keep to the hours a year she set', {
    timeout: 120_000,
  }, async () => {
    const urls = [(await startProcess()).url, (await startProcess()).url];
    const morning = minutesOf(USUAL_HOURS.am);
    const substitute = await buildSubstitute(nearby, { yearlyMinutes: morning });
    // Days on both sides of New Year would be hours of two years.
    const sameYear = scene.hrs.filter((_hr, index) => am(index).date.slice(0, 4) === MONDAY.slice(0, 4));
    const outcomes = await sendAtOnce(await wishesBeyondOneYear(substitute, { ...scene, hrs: sameYear }), urls);
    expect(wrongEndings(outcomes)).toEqual([]);
    expect(await BookingModel.countDocuments({ substituteId: substitute.id })).toBe(1);
  });

  test('killed in the middle, one of them leaves nothing half-done: asked again, one wins each', { timeout: 120_000 }, async () => {
    const [survivor, killed] = [await startProcess(), await startProcess()];
    const wishes: Wish[] = [];
    for (let index = 10; index < 16; index += 2)
      wishes.push(...(await wishesForOnePerson(scene, index)), ...(await wishesForOneSeat(scene, index + 1)));
    const before = await BookingModel.countDocuments();
    const sending = sendAtOnce(wishes, [survivor.url, killed.url]);
    await expect.poll(() => BookingModel.countDocuments(), { interval: 2, timeout: 30_000 }).toBeGreaterThan(before);
    await killed.kill();
    const first = await sending;
    expect(first.some(({ status }) => status === 0)).toBe(true);
    // What it left is ended as at the start of any process.
    await sweepBookings({ all: true });
    await sweepReplacements({ all: true });
    const again: Outcome[] = [];
    for (const outcome of first) again.push(outcome.status === 201 ? outcome : await send(outcome.wish, survivor.url));
    expect(wrongEndings(again)).toEqual([]);
    expect(await wrongBookings(wishes.map(({ needId }) => needId))).toEqual([]);
    await boardAgrees(wishes);
  });
});
