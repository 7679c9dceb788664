import { TOTAL_CAP } from '@beffroi/shared/features/search/search.contract';
import { formOccurrencesOf } from './french-terms.ts';
import { type FoundEntry, SearchEntryModel } from './search-entry.model.ts';
import type { SearchQuery } from './search-query.ts';
import type { Scope } from './search-scope.ts';
import { PREFIX_LENGTH, SearchWordModel } from './search-word.model.ts';

export const BLOCK = Math.min(60, TOTAL_CAP);
const TITLED = 20;
const COMPLETIONS = 12;
const HIT_FIELDS = { terms: 0, titleTerms: 0 } as const;

/** Candidates, the freshest first, and from when on to look for more; null when there are none. */
export interface Block {
  entries: FoundEntry[];
  next: Date | null;
}

/** The commonest known words a prefix begins. */
export const completionsOf = async (prefix: string): Promise<string[]> => {
  const words = await SearchWordModel.find({ prefixes: prefix.slice(0, PREFIX_LENGTH.max) }, { _id: 1 })
    .sort({ uses: -1 })
    .limit(COMPLETIONS)
    .lean();
  return words.map(({ _id }) => _id);
};

const holding = (field: 'terms' | 'titleTerms', { words }: SearchQuery): Record<string, unknown> => {
  const single = words.filter(({ terms }) => terms.length === 1).flatMap(({ terms }) => terms);
  const several = words.filter(({ terms }) => terms.length > 1);
  const conditions = several.map(({ terms }) => ({ [field]: { $in: terms } }));
  return { ...(single.length > 0 && { [field]: { $all: single } }), ...(conditions.length > 0 && { $and: conditions }) };
};

const find = (filter: Record<string, unknown>, limit: number): Promise<FoundEntry[]> =>
  SearchEntryModel.find(filter, HIT_FIELDS).sort({ at: -1 }).limit(limit).lean<FoundEntry[]>().exec();

/** Of entries read with one too many, those of the block; entries of one instant are never split between two blocks. */
const cut = (entries: FoundEntry[]): Block => {
  const beyond = entries[BLOCK];
  if (!beyond) return { entries, next: null };
  const fresher = entries.filter(({ at }) => at > beyond.at);
  if (fresher.length > 0) return { entries: fresher, next: beyond.at };
  return { entries: entries.slice(0, BLOCK), next: new Date(beyond.at.getTime() - 1) };
};

/** The freshest entries that hold every word: one command, which stops once the block is full. */
export const freshest = async (query: SearchQuery, scope: Scope): Promise<Block> => {
  const block = cut(await find(query.bare ? scope : { ...holding('terms', query), ...scope }, BLOCK + 1));
  if (!query.bare) return block;
  const wanted = query.words.map(({ form }) => form);
  const holds = ({ title, text }: FoundEntry) => {
    const forms = new Set(formOccurrencesOf(`${title}\n${text}`).flatMap(({ terms }) => terms));
    return wanted.every((form) => forms.has(form));
  };
  return { ...block, entries: block.entries.filter(holds) };
};

/** Threads whose title holds every word, which matter more than the freshest mention. */
export const titled = (query: SearchQuery, scope: Scope): Promise<FoundEntry[]> =>
  find({ ...holding('titleTerms', query), ...scope }, TITLED);
