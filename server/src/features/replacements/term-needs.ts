import { now } from '../../platform/clock.ts';
import { needTerms } from './need-terms.ts';
import { ReplacementModel, type ReplacementRecord } from './replacement.model.ts';

const AT_A_TIME = 500;

/** Lets needs to come be found that were published before search looked for any. Killed in between, it goes on where it was. */
export const termNeeds = async (): Promise<void> => {
  for (;;) {
    const needs = await ReplacementModel.find(
      { found: { $exists: false }, endsAt: { $gte: now() } },
      { metier: 1, commune: 1, place: 1, note: 1 },
    )
      .limit(AT_A_TIME)
      .lean<Pick<ReplacementRecord, '_id' | 'metier' | 'commune' | 'place' | 'note'>[]>();
    if (needs.length === 0) return;
    await ReplacementModel.bulkWrite(
      needs.map((need) => ({ updateOne: { filter: { _id: need._id }, update: { $set: { found: needTerms(need) } } } })),
    );
  }
};
