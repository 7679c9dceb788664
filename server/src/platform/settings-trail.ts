import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { SettingsActItem } from '@beffroi/shared/core/settings-trail';
import { type Model, type QueryFilter, Schema, type UpdateQuery } from 'mongoose';
import { now } from './clock.ts';
import { isDuplicate } from './duplicate-key.ts';

interface SettingsAct {
  at: Date;
  by: PersonRef;
  changes: SettingsActItem['changes'];
}

/** What a document of settings keeps of its changes. */
export interface SettingsTrail {
  trail?: SettingsAct[];
  /** How often it was changed: one who read it before another's change writes nothing. */
  changedTimes?: number;
}

/** Beyond this many, the first changes are forgotten. */
const KEPT = 50;

const { Mixed } = Schema.Types;
const act = new Schema<SettingsAct>({ at: Date, by: Mixed, changes: [Mixed] }, { _id: false });
export const settingsTrail = { trail: { type: [act], default: undefined }, changedTimes: Number } as const;

type Fields = Record<string, string | number | boolean | null>;
const inWords = (value: Fields[string] | undefined): string => (value === null || value === undefined ? '' : String(value));

const changesBetween = (before: Fields, after: Fields): SettingsAct['changes'] =>
  Object.entries(after).flatMap(([field, value]) => {
    const [was, is] = [inWords(before[field]), inWords(value)];
    return was === is ? [] : { field, before: was, after: is };
  });

interface Change<R> {
  where: QueryFilter<R>;
  /** What holds until somebody says otherwise. */
  usual: Fields;
  to: Fields;
  by: PersonRef;
}

/**
 * Changes settings and notes who changed what in the same write, so that no change is without its line. It writes over what it
 * read alone: when another came first, it reads again. What changes nothing is not noted.
 * @param upsert false where the settings stand in a document of something else: nothing is written if that is gone
 */
export const changeSettings = async <R extends SettingsTrail>(
  model: Model<R>,
  { where, usual, to, by }: Change<R>,
  { upsert = true } = {},
): Promise<void> => {
  for (;;) {
    const found = (await model.findOne(where).lean()) as (R & Fields) | null;
    const changes = changesBetween(found ?? usual, to);
    if (changes.length === 0 || !(found || upsert)) return;
    const changed = { at: now(), by, changes };
    const update = { $set: to, $push: { trail: { $each: [changed], $slice: -KEPT } }, $inc: { changedTimes: 1 } };
    const unchanged = { ...where, changedTimes: found?.changedTimes ?? { $exists: false } } as QueryFilter<R>;
    try {
      const { matchedCount, upsertedCount } = await model.updateOne(unchanged, update as UpdateQuery<R>, { upsert });
      if (matchedCount + upsertedCount > 0) return;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
};

/** The last first. */
export const presentSettingsTrail = ({ trail = [] }: SettingsTrail): SettingsActItem[] =>
  trail.map(({ at, by, changes }) => ({ at: at.toISOString(), by, changes })).reverse();
