import type { PersonRef } from '../../core/person-ref.ts';

/** What the server tells those who watch a club or a thread: ids and counters, so that the API stays the only door to content. */
export interface ForumEvents {
  'thread.created': (event: { id: string; clubId: string; clubSlug: string; version: number }) => void;
  /** Edited, deleted, restored, resolved or voted on. */
  'thread.updated': (event: { id: string; clubId: string; clubSlug: string; version: number }) => void;
  /** Gone to another club, which those told may not know of: `clubSlug` is the one it left. */
  'thread.moved': (event: { id: string; clubSlug: string }) => void;
  /** `number` is the thread's reply counter: one who last saw n - 1 missed nothing. */
  'reply.created': (event: { id: string; threadId: string; clubId: string; clubSlug: string; number: number }) => void;
  'reply.updated': (event: { id: string; threadId: string; clubId: string; version: number }) => void;
  /** Who is reading the thread: how many, and the first few. */
  'thread.presence': (event: { threadId: string; count: number; people: PersonRef[] }) => void;
  /** Who is writing a reply just now; the mark lapses on its own after `TYPING_LAPSE_MS`. */
  'thread.typing': (event: { threadId: string; person: PersonRef; typing: boolean }) => void;
}

export const PRESENCE_SHOWN = 5;
export const TYPING_LAPSE_MS = 6_000;
