import { TOTAL_CAP } from '@beffroi/shared/features/search/search.contract';
import { formOccurrencesOf, pairOf } from './french-terms.ts';
import { type FoundEntry, SearchEntryModel } from './search-entry.model.ts';
import type { SearchQuery } from './search-query.ts';
import type { Scope } from './search-scope.ts';
import { PREFIX_LENGTH, SearchWordModel } from './search-word.model.ts';

/** Candidates read, ranked and paged together; also how far hits are counted. */
const BLOCK = TOTAL_CAP;
const TITLED = 20;
const COMPLETIONS = 12;
/** What only finding needs is not sent. */
const HIT_FIELDS = { terms: 0, titleTerms: 0, clubId: 0, communeSlug: 0, hidden: 0 } as const;

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

/** The filter of a word among others: one term as such, several as alternatives. */
const anyOf = (terms: readonly string[]) => (terms.length === 1 ? terms[0] : { $in: terms });

type Condition = Record<string, unknown>;

/** A scope may ask for terms of its own; a sole condition is asked as such. */
const within = ({ $and = [], ...scope }: Scope, conditions: Condition[]): Condition => {
  const all = [...conditions, ...($and as Condition[])];
  return { ...(all.length === 1 ? all[0] : { $and: all }), ...scope };
};

const holdingAll = ({ words }: SearchQuery): Condition[] => words.map(({ terms }) => ({ terms: anyOf(terms) }));

/** Titles are kept with their words two by two: the first word together with each of the others. */
const titledWith = ({ words: [first, ...others] }: SearchQuery): Condition[] => {
  const firstTerms = first?.terms ?? [];
  if (others.length === 0) return [{ titleTerms: anyOf(firstTerms) }];
  const pairs = others.map(({ terms }) => terms.flatMap((other) => firstTerms.map((term) => pairOf(term, other))));
  return pairs.map((pair) => ({ titleTerms: anyOf(pair) }));
};

/** By the driver itself: what a query is made of is typed already, and casting it costs a tenth of a search. */
const find = (filter: Condition, limit: number): Promise<FoundEntry[]> =>
  SearchEntryModel.collection.find<FoundEntry>(filter, { projection: HIT_FIELDS, sort: { at: -1 }, limit }).toArray();

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
  const block = cut(await find(query.bare ? scope : within(scope, holdingAll(query)), BLOCK + 1));
  if (!query.bare) return block;
  const wanted = query.words.map(({ form }) => form);
  const holds = ({ title, text }: FoundEntry) => {
    const forms = new Set(formOccurrencesOf(`${title}\n${text}`).flatMap(({ terms }) => terms));
    return wanted.every((form) => forms.has(form));
  };
  return { ...block, entries: block.entries.filter(holds) };
};

/** Threads whose title holds every word, which matter more than the freshest mention. */
export const titled = (query: SearchQuery, scope: Scope): Promise<FoundEntry[]> => find(within(scope, titledWith(query)), TITLED);
