import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { THREAD_STATUSES, type ThreadStatus } from '@beffroi/shared/features/forum/forum.vocabulary';
import { type AnyBulkWriteOperation, model, Schema } from 'mongoose';

/** A title of a model, by which an excerpt says where it stands. */
export interface ArticleStart {
  start: number;
  id: string | null;
  name: string;
}

/** One text that search finds: a thread's title and body, or a reply. */
export interface SearchEntryRecord {
  /** `thread:{id}`, `reply:{id}`, `fiche:{id}` or `template:{id}`. */
  _id: string;
  kind: 'thread' | 'reply' | 'fiche' | 'template';
  refId: string;
  /** A fiche's or a model's own id: it does not follow what becomes of a thread. */
  threadId: string;
  /** The reply's number; null for the thread itself. */
  number: number | null;
  clubId: string;
  clubSlug: string;
  /** The author's, for the filter. */
  communeSlug: string | null;
  author: PersonRef;
  /** The thread's, on its replies too. */
  title: string;
  /** One line. */
  text: string;
  /** Of a model: its titles, where each begins in `text`. */
  articles?: ArticleStart[];
  /** The thread's, on its replies too. */
  status: ThreadStatus;
  /** The reply the asker accepted. */
  accepted: boolean;
  at: Date;
  terms: string[];
  /** The title's terms, alone and two by two; empty on a reply. */
  titleTerms: string[];
  /** The thread is deleted: kept, so that undoing brings all its texts back at once. */
  hidden: boolean;
}
/** One change of what is kept. */
export type EntryWrite = AnyBulkWriteOperation<SearchEntryRecord>;

/** An entry as hits are made of it. */
export type FoundEntry = Omit<SearchEntryRecord, 'terms' | 'titleTerms' | 'clubId' | 'communeSlug' | 'hidden'>;

const entry = new Schema<SearchEntryRecord>(
  {
    _id: { type: String, required: true },
    kind: { type: String, enum: ['thread', 'reply', 'fiche', 'template'], required: true },
    refId: { type: String, required: true },
    threadId: { type: String, required: true },
    number: { type: Number, default: null },
    clubId: { type: String, required: true },
    clubSlug: { type: String, required: true },
    communeSlug: { type: String, default: null },
    author: { type: Schema.Types.Mixed, required: true },
    title: { type: String, required: true },
    text: { type: String, default: '' },
    articles: { type: [Schema.Types.Mixed], default: undefined } as never,
    status: { type: String, enum: THREAD_STATUSES, required: true },
    accepted: { type: Boolean, default: false },
    at: { type: Date, required: true },
    terms: { type: [String], default: [] },
    titleTerms: { type: [String], default: [] },
    hidden: { type: Boolean, default: false },
  },
  { collection: 'search_entries', versionKey: false },
);
// Texts that hold a word, the freshest first: read from one end, left as soon as there are enough.
entry.index({ terms: 1, at: -1 });
// Threads about a word, however old.
entry.index({ titleTerms: 1, at: -1 });
// A query of words too common to be kept looks at what a club wrote last.
entry.index({ clubId: 1, at: -1 });
// A thread's title, status and deletion are copied to its replies; those that have the status already are not read.
entry.index({ threadId: 1, status: 1 });

export const SearchEntryModel = model('SearchEntry', entry);
