import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { facetTerms } from '../facets.ts';
import { termsOf, titleTermsOf } from '../french-terms.ts';
import { oneLine } from '../one-line.ts';
import { SearchEntryModel } from '../search-entry.model.ts';
import { recordWords } from './record-words.ts';

interface SearchableFiche {
  ficheId: string;
  clubId: string;
  clubSlug: string;
  title: string;
  text: string;
  author: PersonRef;
  at: Date;
}

/** Makes a fiche findable as it stands: an answer the club keeps, so resolved and accepted for ranking. Safe to do twice. */
export const indexFiche = async ({ ficheId, clubId, clubSlug, author, at, ...fiche }: SearchableFiche): Promise<void> => {
  const [title, text] = [oneLine(fiche.title), oneLine(fiche.text)];
  await recordWords(`${title}\n${text}`);
  const place = { kind: 'fiche', refId: ficheId, threadId: ficheId, number: null, clubId, clubSlug, hidden: false };
  const own = { communeSlug: author.commune?.slug ?? null, author, title, text, status: 'resolved', accepted: true, at };
  await SearchEntryModel.updateOne(
    { _id: `fiche:${ficheId}` },
    {
      $set: {
        ...place,
        ...own,
        terms: [...termsOf(`${title}\n${text}`), ...facetTerms({ kind: 'fiche' })],
        titleTerms: titleTermsOf(title),
      },
    },
    { upsert: true },
  );
};

/** A fiche out of sight is found no more. */
export const removeFiche = async (ficheId: string): Promise<void> => {
  await SearchEntryModel.deleteOne({ _id: `fiche:${ficheId}` });
};
