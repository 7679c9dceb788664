import { publish, subscribe } from '../../platform/events.ts';
import { logger } from '../../platform/logger.ts';
import { notify } from '../../platform/notify.ts';
import { openSlots, planWave } from './plan-wave.ts';
import { type PlannedWave, ReplacementModel, type ReplacementRecord } from './replacement.model.ts';
import { BEFFROI, newAct, type PendingAct } from './replacement-act.model.ts';
import { aboutNeed, slotsInWords } from './replacement-words.ts';
import { runWhenDue } from './run-when-due.ts';
import { settleReplacement } from './settle-replacement.ts';
import { SolicitationModel } from './solicitation.model.ts';
import { waveSettings } from './wave-settings.queries.ts';

/** Left to the process that took it that long; then another goes on with it. */
const LEASE_MS = 20_000;
/** Everyone was told: who has become free since is looked for that often. */
const LOOK_AGAIN_MS = 30 * 60_000;

/** Takes the need whose wave is most overdue: one statement, so that two processes never both take it. */
const claim = (at: Date): Promise<ReplacementRecord | null> =>
  ReplacementModel.findOneAndUpdate(
    { nextWaveAt: { $lte: at } },
    { $set: { nextWaveAt: new Date(at.getTime() + LEASE_MS) } },
    { sort: { nextWaveAt: 1 }, returnDocument: 'after' },
  ).lean<ReplacementRecord>();

const stop = async ({ _id, nextWaveAt }: ReplacementRecord): Promise<void> => {
  // Unless it was asked for again meanwhile.
  await ReplacementModel.updateOne({ _id, nextWaveAt: nextWaveAt as Date }, { $unset: { nextWaveAt: 1 } });
};

const lookAgain = async ({ _id, nextWaveAt }: ReplacementRecord, at: Date): Promise<void> => {
  const later = new Date(at.getTime() + LOOK_AGAIN_MS);
  await ReplacementModel.updateOne({ _id, nextWaveAt: nextWaveAt as Date }, { $set: { nextWaveAt: later, exhausted: true } });
};

/** Writes down who is told, once each whatever happens. @returns how many people were told of this need until now */
const solicit = async (need: ReplacementRecord, { number, round = 0, people, at }: PlannedWave): Promise<number> => {
  const replacementId = need._id.toHexString();
  await SolicitationModel.bulkWrite(
    people.map((substituteId) => ({
      updateOne: {
        filter: { replacementId, substituteId },
        update: { $max: { wave: number, round, at, until: need.endsAt }, $setOnInsert: { replacementId, substituteId } },
        upsert: true,
      },
    })),
    { ordered: false },
  );
  return SolicitationModel.countDocuments({ replacementId });
};

/** The wave as the trail keeps it: when, how many people and in which round, not who. */
const actOf = ({ number, round = 0, people, at }: PlannedWave): PendingAct =>
  newAct({ by: BEFFROI, action: 'wave-told', at, wave: { number, round, people: people.length } });

/** Tells the people of a wave. Each step may be done twice: the last takes the plan away, and counts them. */
const carryOut = async (need: ReplacementRecord, wave: PlannedWave, minutes: number): Promise<void> => {
  const id = need._id.toHexString();
  const people = await solicit(need, wave);
  await notify({
    key: `replacement-wave:${id}:${wave.number}`,
    kind: 'replacement-wanted',
    byId: need.publishedBy.id,
    about: aboutNeed(need),
    note: [slotsInWords(await openSlots(need, wave.at), need.slots), need.note].filter(Boolean).join('. '),
    to: { people: wave.people },
  });
  await publish('replacements.asked', { substituteIds: wave.people, at: wave.at });
  const told = await ReplacementModel.findOneAndUpdate(
    { _id: need._id, 'planned.number': wave.number },
    {
      $unset: { planned: 1, exhausted: 1 },
      $set: { waves: wave.number, nextWaveAt: new Date(wave.at.getTime() + minutes * 60_000), told: people, unsettled: new Date() },
      $push: { pendingActs: actOf(wave) },
      $inc: { version: 1 },
    },
    { returnDocument: 'after' },
  ).lean<ReplacementRecord>();
  if (told) await settleReplacement(told);
};

const sendWave = async (need: ReplacementRecord, at: Date): Promise<void> => {
  const { people, minutes } = await waveSettings();
  if (need.planned) return carryOut(need, need.planned, minutes);
  const wanted = await openSlots(need, at);
  if (wanted.length === 0) return stop(need);
  const wave = await planWave(need, wanted, people, at);
  return wave ? carryOut(need, wave, minutes) : lookAgain(need, at);
};

/** Sends every wave that is due at this instant. Killed in the middle of one, it is gone on with: nobody is told twice, nobody forgotten. */
export const sendDueWaves = async (at: Date = new Date(), goOn: () => boolean = () => true): Promise<void> => {
  for (let need = await claim(at); need; need = goOn() ? await claim(at) : null) {
    const present = need;
    await sendWave(present, at).catch((error: unknown) => logger.error({ err: error, replacement: present._id }, 'wave not sent'));
  }
};

const nextWaveAt = async (): Promise<Date | null> => {
  const next = await ReplacementModel.findOne({ nextWaveAt: { $exists: true } }, { nextWaveAt: 1 })
    .sort({ nextWaveAt: 1 })
    .lean<ReplacementRecord>();
  return next?.nextWaveAt ?? null;
};

/** Starts sending waves, as needs are published and as time passes. @returns how to stop; what is under way is finished first */
export const startSendingWaves = (): (() => Promise<void>) =>
  runWhenDue({
    name: 'send waves',
    run: (goOn) => sendDueWaves(new Date(), goOn),
    nextAt: nextWaveAt,
    listen: (start) => subscribe('replacements.wave.due', start),
  });
