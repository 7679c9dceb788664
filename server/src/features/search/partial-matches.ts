import { coverageOf, seekable } from './ranking.ts';
import { type SearchEntryRecord, SearchEntryModel } from './search-entry.model.ts';
import type { Scope } from './candidates.ts';
import { usesOf } from './word-uses.queries.ts';

/** Texts looked at, and how many hold a word for it to be sought alone. */
const LOOKED_AT = 200;

export interface PartialMatch {
  entry: SearchEntryRecord;
  /** Share of what was asked that the text holds, rare words weighing more; 0 to 1. */
  coverage: number;
  /** The same for the title of a thread. */
  titleCoverage: number;
}

/**
 * Texts that hold some of the terms: two commands, whatever their number. Only the rarest terms are sought; the others
 * count for the texts found.
 */
export const partialMatches = async (terms: readonly string[], scope: Scope): Promise<PartialMatch[]> => {
  const uses = await usesOf(terms);
  if (uses.size === 0) return [];
  const entries = await SearchEntryModel.find({ terms: { $in: seekable(uses, LOOKED_AT) }, ...scope }, { text: 0 })
    .sort({ at: -1 })
    .limit(LOOKED_AT)
    .lean<SearchEntryRecord[]>();
  return entries.map((entry) => ({ entry, coverage: coverageOf(entry.terms, uses), titleCoverage: coverageOf(entry.titleTerms, uses) }));
};
