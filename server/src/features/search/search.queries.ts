import type { Actor } from '@beffroi/shared/core/actor';
import { PAGE_SIZE } from '@beffroi/shared/core/pagination';
import { type SearchHit, type searchInput, TOTAL_CAP } from '@beffroi/shared/features/search/search.contract';
import type { TemplateState } from '@beffroi/shared/features/templates/templates.vocabulary';
import type { z } from 'zod';
import { now } from '../../platform/clock.ts';
import { completionsOf, freshest, titled } from './candidates.ts';
import { facetTerms, orKind } from './facets.ts';
import { termsOf } from './french-terms.ts';
import { type PartialMatch, partialMatches } from './partial-matches.ts';
import { ranked } from './ranking.ts';
import { factsFor } from './ranking-facts.ts';
import { presentHit } from './search.presenter.ts';
import { decodeSearchCursor, encodeSearchCursor, type SearchCursor } from './search-cursor.ts';
import type { FoundEntry } from './search-entry.model.ts';
import { completed, parseQuery, type SearchQuery } from './search-query.ts';
import { type Scope, scopeOf } from './search-scope.ts';

export type SearchInput = z.infer<typeof searchInput>;
export interface SearchResults {
  items: SearchHit[];
  nextCursor: string | null;
  total: number;
  totalCapped: boolean;
  related: SearchHit[];
}

const NOTHING: SearchResults = { items: [], nextCursor: null, total: 0, totalCapped: false, related: [] };
/** Fewer hits than this call for texts that hold fewer of the words. */
const FEW = 5;
const RELATED = 5;
/** A text that holds less of what was asked is about something else. */
const RELATED_COVERAGE = 0.4;

const readQuery = async ({ q, typing }: Pick<SearchInput, 'q' | 'typing'>): Promise<SearchQuery> => {
  const query = parseQuery(q, typing === 'true');
  return query.prefix === null ? query : completed(q, query, await completionsOf(query.prefix));
};

/** Texts that hold fewer of the words; none among the hits. */
const relatedTo = async (query: SearchQuery, scope: Scope, hits: readonly FoundEntry[]): Promise<SearchHit[]> => {
  const found = new Set(hits.map(({ _id }) => _id));
  const matches = await partialMatches(
    query.words.flatMap(({ terms }) => terms),
    scope,
  );
  return matches
    .filter(({ entry, coverage }) => coverage >= RELATED_COVERAGE && !found.has(entry._id))
    .sort((a, b) => b.coverage + b.titleCoverage - (a.coverage + a.titleCoverage) || b.entry.at.getTime() - a.entry.at.getTime())
    .slice(0, RELATED)
    .map(({ entry }) => presentHit(entry, query));
};

/**
 * Everything the person may read that holds all the words, the best first: three commands at most, whatever the query and
 * the size of the forum.
 * @throws AppError `not-found` when `club` may not be read, `invalid-input` when the cursor is none of ours
 */
export const search = async (actor: Actor, input: SearchInput): Promise<SearchResults> => {
  const from: SearchCursor = input.cursor ? decodeSearchCursor(input.cursor) : { until: now(), offset: 0, deeper: false };
  const scope = scopeOf(actor, input, from.until);
  const query = scope && (await readQuery(input));
  if (!scope || !query || query.words.length === 0) return NOTHING;
  const { entries, next } = await freshest(query, scope);
  const capped = from.deeper || next !== null;
  // Beyond the first block, the threads put forward by their title have been shown already.
  const wide = from.deeper ? scopeOf(actor, input, now()) : scope;
  const forward = wide && capped && !query.bare ? await titled(query, wide) : [];
  const isForward = new Set(forward.map(({ _id }) => _id));
  const rest = entries.filter(({ _id }) => !isForward.has(_id));
  const hits = ranked(from.deeper ? rest : [...forward, ...rest], factsFor(query), now().getTime());
  const end = from.offset + (input.limit ?? PAGE_SIZE);
  const more = end < hits.length ? { ...from, offset: end } : next && { until: next, offset: 0, deeper: true };
  const seekRelated = !capped && from.offset === 0 && hits.length < FEW && query.words.length > 1 && input.typing !== 'true' && !query.bare;
  return {
    items: hits.slice(from.offset, end).map((entry) => presentHit(entry, query)),
    nextCursor: more ? encodeSearchCursor(more) : null,
    total: capped && !query.bare ? TOTAL_CAP : hits.length,
    totalCapped: capped,
    related: seekRelated ? await relatedTo(query, scope, hits) : [],
  };
};

interface FoundTemplate {
  id: string;
  /** « Article 3 – Délais », where words of it stand that its title does not hold; null before the first title. */
  article: string | null;
}

/**
 * The models of these clubs, in one of these states, whose title or text holds all the words, the last of them as it is being typed; the
 * best first: three commands at most. A kind is called by its short name, too.
 */
export const foundTemplates = async (
  q: string,
  { clubIds, states }: { clubIds: readonly string[]; states: readonly TemplateState[] },
): Promise<FoundTemplate[]> => {
  const read = await readQuery({ q, typing: 'true' });
  if (read.words.length === 0 || clubIds.length === 0) return [];
  const query = { ...read, words: read.words.map(orKind) };
  const inState = { $in: states.flatMap((templateState) => facetTerms({ templateState })) };
  const facets = [...facetTerms({ kind: 'template' }), inState].map((terms) => ({ terms }));
  const scope = { clubId: { $in: clubIds }, hidden: false, $and: facets };
  const [{ entries }, forward] = await Promise.all([freshest(query, scope), query.bare ? [] : titled(query, scope)]);
  const all = [...new Map([...forward, ...entries].map((entry) => [entry._id, entry])).values()];
  const factsOf = factsFor(query);
  return ranked(all, factsOf, now().getTime()).map((entry) => {
    const { id, article } = presentHit(entry, query);
    return { id, article: factsOf(entry).titleShare < 1 ? (article?.name ?? null) : null };
  });
};

interface SimilarInput {
  title: string;
  /** Clubs the person may read. */
  clubIds: readonly string[];
  /** Of comparable threads, this club's come first. */
  clubFirst?: string | undefined;
  limit: number;
  excludeThreadId?: string | undefined;
}

/** What makes two threads alike is in the title first, then anywhere in their texts. */
const likeness = ({ coverage, titleCoverage }: PartialMatch): number => 0.6 * titleCoverage + 0.4 * coverage;
const LEAST_LIKENESS = 0.25;

/** Threads close to a title, even unfinished; of comparable ones, the resolved first: two commands. */
export const similarThreadIds = async ({ title, clubIds, clubFirst, limit, excludeThreadId }: SimilarInput): Promise<string[]> => {
  const terms = termsOf(title);
  if (terms.length === 0 || clubIds.length === 0) return [];
  const matches = await partialMatches(terms, { clubId: { $in: clubIds }, hidden: false });
  const alike = matches
    .map((match) => ({ entry: match.entry, score: likeness(match) }))
    .filter(
      ({ entry, score }) =>
        score >= LEAST_LIKENESS && (entry.kind === 'thread' || entry.kind === 'reply') && entry.threadId !== excludeThreadId,
    )
    .map(({ entry, score }) => ({ entry, score, band: Math.round(score * 5) }))
    .sort(
      (a, b) =>
        b.band - a.band ||
        Number(b.entry.status === 'resolved') - Number(a.entry.status === 'resolved') ||
        Number(b.entry.clubId === clubFirst) - Number(a.entry.clubId === clubFirst) ||
        b.score - a.score,
    );
  return [...new Set(alike.map(({ entry }) => entry.threadId))].slice(0, limit);
};
