import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { ReplyModel, type ReplyRecord } from '../server/src/features/forum/reply.model.ts';
import { ThreadModel, type ThreadRecord } from '../server/src/features/forum/thread.model.ts';
import { recordWords } from '../server/src/features/search/commands/record-words.ts';
import { termsOf, titleTermsOf } from '../server/src/features/search/french-terms.ts';
import { oneLine } from '../server/src/features/search/one-line.ts';
import { SearchEntryModel, type SearchEntryRecord } from '../server/src/features/search/search-entry.model.ts';
import { excerptOf } from '../server/src/platform/excerpt.ts';
import type { CorpusTopic } from './forum/lib/corpus.mjs';

/** A club, as texts name it. */
export interface Place {
  clubId: string;
  clubSlug: string;
}

interface Written {
  thread: ThreadRecord;
  replies: ReplyRecord[];
  entries: SearchEntryRecord[];
}

const started = Date.now();
const instant = (before: number): Date => new Date(started - before);
const newId = (): ThreadRecord['_id'] => new ThreadModel()._id;
const untouched = { editedAt: null, editedBy: null, version: 1, deletedAt: null, deletedBy: null, removal: null };

const replyOf = (thread: Pick<ThreadRecord, '_id' | 'clubId'>, number: number, author: PersonRef, text: string, at: Date): ReplyRecord => ({
  _id: newId(),
  threadId: thread._id,
  clubId: thread.clubId,
  number,
  parentId: null,
  body: paragraphs(text),
  author,
  createdAt: at,
  ...untouched,
  usefulBy: [],
  usefulCount: 0,
});

const threadOf = (topic: CorpusTopic, { clubId }: Place, author: PersonRef, text: string): ThreadRecord => ({
  _id: newId(),
  clubId,
  kind: 'question',
  title: topic.title,
  body: paragraphs(text),
  excerpt: excerptOf(paragraphs(text)),
  author,
  createdAt: instant(topic.at),
  ...untouched,
  status: 'open',
  acceptedReplyId: null,
  acceptedAt: null,
  acceptedBy: null,
  firstAnswerAt: null,
  lastNumber: 0,
  deletedReplies: 0,
  deletedNumbers: [],
  closure: null,
  duplicateOf: null,
  duplicateCount: 0,
  refreshes: 0,
  lastActivityAt: instant(topic.at),
  lastReplyBy: null,
  meToo: [],
  meTooCount: 0,
});

const entriesOf = (thread: ThreadRecord, replies: ReplyRecord[], texts: string[], { clubSlug }: Place): SearchEntryRecord[] => {
  const threadId = thread._id.toHexString();
  const { clubId, status } = thread;
  const title = oneLine(thread.title);
  const shared = { threadId, clubId, clubSlug, title, status, accepted: false, hidden: false };
  const own = ({ author, createdAt }: ThreadRecord | ReplyRecord) => ({ communeSlug: author.commune?.slug ?? null, author, at: createdAt });
  const question = oneLine(texts[0] as string);
  const terms = { terms: termsOf(`${title}\n${question}`), titleTerms: titleTermsOf(title) };
  return [
    { _id: `thread:${threadId}`, kind: 'thread', refId: threadId, number: null, text: question, ...shared, ...own(thread), ...terms },
    ...replies.map((reply): SearchEntryRecord => {
      const refId = reply._id.toHexString();
      const text = oneLine(texts[reply.number] as string);
      return {
        _id: `reply:${refId}`,
        kind: 'reply',
        refId,
        number: reply.number,
        text,
        ...shared,
        ...own(reply),
        terms: termsOf(text),
        titleTerms: [],
      };
    }),
  ];
};

const write = (topic: CorpusTopic, place: Place, people: PersonRef[]): Written => {
  const [question, ...answers] = topic.posts;
  const personAt = (index: number) => people[index] as PersonRef;
  const thread = threadOf(topic, place, personAt(topic.user), question?.body ?? '');
  const replies = answers.map(({ user, body, at }, index) => replyOf(thread, index + 1, personAt(user), body, instant(at)));
  const answer = replies.find(({ author }) => author.id !== thread.author.id);
  const last = replies.at(-1);
  if (answer) Object.assign(thread, { status: 'answered', firstAnswerAt: answer.createdAt });
  if (last) Object.assign(thread, { lastNumber: last.number, lastActivityAt: last.createdAt, lastReplyBy: last.author });
  const texts = topic.posts.map(({ body }) => body);
  return { thread, replies, entries: entriesOf(thread, replies, texts, place) };
};

/** Writes topics of the corpus as threads, replies and what search keeps of them, in the shape the commands give them. */
export const writeTopics = async (batch: CorpusTopic[], places: Place[], people: PersonRef[]): Promise<void> => {
  const written = batch.map((topic) => write(topic, places[topic.category] as Place, people));
  for (const { entries } of written)
    for (const { title, text, kind } of entries) await recordWords(kind === 'thread' ? `${title}\n${text}` : text);
  const unordered = { ordered: false } as const;
  await Promise.all([
    ThreadModel.collection.insertMany(
      written.map(({ thread }) => ({ ...thread })),
      unordered,
    ),
    ReplyModel.collection.insertMany(
      written.flatMap(({ replies }) => replies.map((reply) => ({ ...reply }))),
      unordered,
    ),
    SearchEntryModel.collection.insertMany(written.flatMap(({ entries }) => entries.map((entry) => ({ ...entry }))) as never[], unordered),
  ]);
};
