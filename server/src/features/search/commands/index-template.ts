import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { termsOf, titleTermsOf } from '../french-terms.ts';
import { oneLine } from '../one-line.ts';
import { SearchEntryModel } from '../search-entry.model.ts';
import { recordWords } from './record-words.ts';

interface SearchableTemplate {
  templateId: string;
  clubId: string;
  clubSlug: string;
  title: string;
  text: string;
  /** Communes use it: first among equals. */
  validated: boolean;
  author: PersonRef;
  at: Date;
}

/** Makes a model findable by every word of its text. Safe to do twice. */
export const indexTemplate = async ({
  templateId,
  clubId,
  clubSlug,
  author,
  at,
  validated,
  ...found
}: SearchableTemplate): Promise<void> => {
  const [title, text] = [oneLine(found.title), oneLine(found.text)];
  await recordWords(`${title}\n${text}`);
  const place = { kind: 'template', refId: templateId, threadId: templateId, number: null, clubId, clubSlug, hidden: false };
  const status = validated ? 'resolved' : 'open';
  const own = {
    communeSlug: author.commune?.slug ?? null,
    author,
    title,
    text,
    status,
    accepted: validated,
    at,
  };
  await SearchEntryModel.updateOne(
    { _id: `template:${templateId}` },
    { $set: { ...place, ...own, terms: termsOf(`${title}\n${text}`), titleTerms: titleTermsOf(title) } },
    { upsert: true },
  );
};

/** A model that was deleted is found no more. */
export const removeTemplate = async (templateId: string): Promise<void> => {
  await SearchEntryModel.deleteOne({ _id: `template:${templateId}` });
};
