import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { TemplateKind, TemplateState } from '@beffroi/shared/features/templates/templates.vocabulary';
import { facetTerms } from '../facets.ts';
import { termsOf, titleTermsOf } from '../french-terms.ts';
import { oneLine } from '../one-line.ts';
import { type ArticleStart, SearchEntryModel } from '../search-entry.model.ts';
import { recordWords } from './record-words.ts';

interface SearchableTemplate {
  templateId: string;
  clubId: string;
  clubSlug: string;
  title: string;
  /** What stands before its first title. */
  head: string;
  sections: readonly { id: string | null; name: string; text: string }[];
  kind: TemplateKind;
  state: TemplateState;
  tags: string[];
  author: PersonRef;
  at: Date;
}

/** The whole text on one line, and where each title begins in it. */
const joined = ({ head, sections }: Pick<SearchableTemplate, 'head' | 'sections'>) => {
  let text = oneLine(head);
  const articles: ArticleStart[] = [];
  for (const { id, name, text: section } of sections) {
    const line = oneLine(section);
    if (!line) continue;
    if (text) text += ' ';
    articles.push({ start: text.length, id, name: oneLine(name) });
    text += line;
  }
  return { text, articles };
};

/** Makes a model findable by every word of its text, its kind, state and tags. Safe to do twice. */
export const indexTemplate = async (template: SearchableTemplate): Promise<void> => {
  const { templateId, clubId, clubSlug, author, at, kind, state, tags } = template;
  const title = oneLine(template.title);
  const { text, articles } = joined(template);
  await recordWords(`${title}\n${text}`);
  const place = { kind: 'template', refId: templateId, threadId: templateId, number: null, clubId, clubSlug, hidden: false };
  // Communes use what is validated: first among equals.
  const accepted = state === 'validated';
  const standing = { status: accepted ? 'resolved' : 'open', accepted };
  const own = { communeSlug: author.commune?.slug ?? null, author, title, text, articles, at };
  const facets = [facetTerms({ kind: 'template', templateKind: kind, templateState: state }), ...tags.map((tag) => facetTerms({ tag }))];
  const terms = [...termsOf(`${title}\n${text}`), ...facets.flat()];
  await SearchEntryModel.updateOne(
    { _id: `template:${templateId}` },
    { $set: { ...place, ...standing, ...own, terms, titleTerms: titleTermsOf(title) } },
    { upsert: true },
  );
};

/** A model that was deleted is found no more. */
export const removeTemplate = async (templateId: string): Promise<void> => {
  await SearchEntryModel.deleteOne({ _id: `template:${templateId}` });
};
