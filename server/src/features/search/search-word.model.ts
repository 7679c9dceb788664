import { model, Schema } from 'mongoose';

/** What is known of a term: how common it is, and how its words begin. */
export interface SearchWordRecord {
  /** The term. */
  _id: string;
  /** About how many times it was indexed: right within a factor of two, which is enough to tell rare from common. */
  uses: number;
  /** The beginnings, from two letters on, of each form it was met in. */
  prefixes: string[];
}

export const PREFIX_LENGTH = { min: 2, max: 15 } as const;

const word = new Schema<SearchWordRecord>(
  { _id: { type: String, required: true }, uses: { type: Number, default: 0 }, prefixes: { type: [String], default: [] } },
  { collection: 'search_words', versionKey: false },
);
// The commonest words that begin so, at a cost that does not grow with the vocabulary.
word.index({ prefixes: 1, uses: -1 });

export const SearchWordModel = model('SearchWord', word);
