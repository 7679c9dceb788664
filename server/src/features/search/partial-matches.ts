import { SearchEntryModel, type SearchEntryRecord } from './search-entry.model.ts';
import type { Scope } from './search-scope.ts';
import { SearchWordModel } from './search-word.model.ts';
import { coverageOf, seekable } from './word-weights.ts';

/** Texts looked at; also how many may hold a word for it to be sought without the others. */
const LOOKED_AT = 100;

export interface PartialMatch {
  entry: SearchEntryRecord;
  /** Share of what was asked that the text holds, rare words weighing more; 0 to 1. */
  coverage: number;
  /** The same of a thread's title. */
  titleCoverage: number;
}

/** How common each of these terms is; those no text ever held are left out. */
const usesOf = async (terms: readonly string[]): Promise<Map<string, number>> => {
  const words = await SearchWordModel.find({ _id: { $in: terms } }, { uses: 1 }).lean();
  return new Map(words.map(({ _id, uses }) => [_id, uses]));
};

/**
 * Texts that hold some of the terms: two commands, however many terms. Only the rarest are sought; the others count for
 * the texts found.
 */
export const partialMatches = async (terms: readonly string[], scope: Scope): Promise<PartialMatch[]> => {
  const uses = await usesOf(terms);
  if (uses.size === 0) return [];
  const entries = await SearchEntryModel.find({ terms: { $in: seekable(uses, LOOKED_AT) }, ...scope })
    .sort({ at: -1 })
    .limit(LOOKED_AT)
    .lean<SearchEntryRecord[]>();
  return entries.map((entry) => ({ entry, coverage: coverageOf(entry.terms, uses), titleCoverage: coverageOf(entry.titleTerms, uses) }));
};
