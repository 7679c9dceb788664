import { AppError } from '@beffroi/shared/core/errors';
import { model, Schema, Types } from 'mongoose';
import { isDuplicate } from './duplicate-key.ts';
import { inTurn } from './in-turn.ts';
import { inBackground } from './logger.ts';

interface TurnRecord {
  _id: string;
  holder: string;
  until: Date;
}

const turn = new Schema<TurnRecord>(
  { _id: { type: String, required: true }, holder: { type: String, required: true }, until: { type: Date, required: true } },
  { versionKey: false },
);
// What a killed process left behind.
turn.index({ until: 1 }, { expireAfterSeconds: 3_600 });

const TurnModel = model<TurnRecord>('Turn', turn);

/** Whoever gave no sign for this long is taken for dead. */
const LEASE_MS = 4_000;
const SIGN_EVERY_MS = 1_000;
/** Who waits longer is told to come back. */
const WAIT_MS = 12_000;

const take = async (key: string, holder: string): Promise<boolean> => {
  const now = Date.now();
  try {
    await TurnModel.updateOne(
      { _id: key, until: { $lte: new Date(now) } },
      { $set: { holder, until: new Date(now + LEASE_MS) } },
      { upsert: true },
    );
    return true;
  } catch (error) {
    // Somebody holds it: the insertion meets hers.
    if (isDuplicate(error)) return false;
    throw error;
  }
};

const renew = async (_id: string, holder: string): Promise<void> => {
  await TurnModel.updateOne({ _id, holder }, { $set: { until: new Date(Date.now() + LEASE_MS) } });
};

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 4 + Math.random() * 12));

/**
 * Runs work while no other process, and nothing else here, is at the work of the same key. It spares them from meeting in the middle
 * of it; what must hold whatever happens is held by a unique index, since the turn of a process that stalls runs out.
 * @throws AppError `unavailable` when the turn does not come
 */
export const alone = <T>(key: string, work: () => Promise<T>): Promise<T> =>
  inTurn(`alone:${key}`, async () => {
    const holder = new Types.ObjectId().toHexString();
    const deadline = Date.now() + WAIT_MS;
    while (!(await take(key, holder))) {
      if (Date.now() > deadline) throw new AppError('unavailable');
      await pause();
    }
    const signs = setInterval(() => inBackground('keep a turn', () => renew(key, holder)), SIGN_EVERY_MS);
    try {
      return await work();
    } finally {
      clearInterval(signs);
      await TurnModel.deleteOne({ _id: key, holder });
    }
  });
