import { addDays } from '@beffroi/shared/core/half-days';
import { BookingModel } from '../../server/src/features/replacements/booking.model.ts';
import { OfferModel } from '../../server/src/features/replacements/offer.model.ts';
import { ReplacementModel } from '../../server/src/features/replacements/replacement.model.ts';
import { SolicitationModel } from '../../server/src/features/replacements/solicitation.model.ts';
import { SubstituteModel } from '../../server/src/features/substitutes/substitute.model.ts';
import { p95, startBareServer } from './bare-server.ts';
import { firstDay } from './seed.ts';

const PAGE = 100;
const WARM = 30;
const MEASURED = 300;

/** One request after another, each awaited. @returns the p95 in milliseconds */
const timed = async (address: () => string, headers: Record<string, string> = {}): Promise<number> => {
  const took: number[] = [];
  for (let nth = 0; nth < WARM + MEASURED; nth++) {
    const from = performance.now();
    const answer = await fetch(address(), { headers });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${address()}: ${answer.status}`);
    if (nth >= WARM) took.push(performance.now() - from);
  }
  return p95(took);
};

/** The rows of a page of the board: its needs by the same index, and what is booked and offered of them. */
const bareBoard = async (week: string): Promise<unknown> => {
  const needs = await ReplacementModel.collection.find({ weeks: week }).sort({ startsAt: 1, _id: 1 }).limit(PAGE).toArray();
  const ofThese = { replacementId: { $in: needs.map(({ _id }) => String(_id)) } };
  return [needs, await BookingModel.collection.find(ofThese).toArray(), await OfferModel.collection.find(ofThese).toArray()];
};

/** The rows of the eligible list: the pool of a métier, what each is booked for around, and who was asked and offered. */
const bareCandidates = async (id: string): Promise<unknown> => {
  const need = await ReplacementModel.findById(id).orFail();
  const date = need.slots[0]?.date as string;
  const pool = await SubstituteModel.collection.find({ metiers: need.metier, active: true }).toArray();
  const around = { substituteId: { $in: pool.map(({ _id }) => String(_id)) }, date: { $gte: addDays(date, -8), $lte: addDays(date, 8) } };
  const ofIt = { replacementId: id };
  return Promise.all([
    pool,
    BookingModel.collection.find(around).toArray(),
    OfferModel.collection.find(ofIt).toArray(),
    SolicitationModel.collection.find(ofIt).toArray(),
  ]);
};

const WEEKS = 12;

/** The board of a week and the eligible list of a need, beside a bare indexed read of the same rows. */
export const measureReads = async (url: string, hr: { cookie: string }, commune: string): Promise<void> => {
  // The same rows by the same indexes.
  const { url: bare, server } = await startBareServer(({ pathname, searchParams }) =>
    pathname === '/board' ? bareBoard(searchParams.get('week') as string) : bareCandidates(searchParams.get('id') as string),
  );
  let turn = 0;
  const week = (): string => addDays(firstDay(), 7 * (turn++ % WEEKS));
  const needs = await ReplacementModel.find({ commune, endsAt: { $gte: new Date() } }, { _id: 1 }).limit(100);
  const need = (): string => needs[turn++ % needs.length]?._id.toHexString() as string;
  const board = await timed(() => {
    const from = week();
    return `${url}/api/replacements?from=${from}&to=${addDays(from, 6)}&limit=${PAGE}`;
  }, hr);
  const boardBare = await timed(() => `${bare}/board?week=${week()}`);
  const list = await timed(() => `${url}/api/replacements/${need()}/candidates`, hr);
  const listBare = await timed(() => `${bare}/candidates?id=${need()}`);
  server.close();
  const say = (name: string, ours: number, theirs: number) =>
    console.log(`${name}: p95 ${ours.toFixed(1)} ms, bare ${theirs.toFixed(1)} ms, ratio ${(ours / theirs).toFixed(2)}`);
  say('board of a week', board, boardBare);
  say('eligible list of a need', list, listBare);
};
