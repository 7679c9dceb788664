import type { SearchHit } from '@beffroi/shared/features/search/search.contract';
import { excerptOf, marksIn, rangesOf } from './excerpt.ts';
import { formOccurrencesOf, occurrencesOf } from './french-terms.ts';
import type { ArticleStart, FoundEntry } from './search-entry.model.ts';
import type { SearchQuery } from './search-query.ts';

/** The title under which a place of the text stands. */
const articleAt = (articles: readonly ArticleStart[], at: number): SearchHit['article'] => {
  const found = articles.findLast(({ start }) => start <= at);
  return found ? { id: found.id, name: found.name } : null;
};

/** An entry as a hit, with where its words stand in what is shown of it. */
export const presentHit = (entry: FoundEntry, { words, bare }: SearchQuery): SearchHit => {
  const { kind, refId, threadId, number, title, text, articles = [], clubSlug, author, at, status } = entry;
  const read = bare ? formOccurrencesOf : occurrencesOf;
  const terms = words.map((word) => word.terms);
  const excerpt = excerptOf(text, marksIn(read(text), terms));
  return {
    kind,
    id: refId,
    threadId,
    number,
    title,
    excerpt: excerpt.text,
    highlights: { title: rangesOf(marksIn(read(title), terms)), excerpt: excerpt.highlights },
    article: excerpt.at === null ? null : articleAt(articles, excerpt.at),
    clubSlug,
    author: { id: author.id, name: author.name, commune: author.commune ? { slug: author.commune.slug, name: author.commune.name } : null },
    at: at.toISOString(),
    status,
  };
};
