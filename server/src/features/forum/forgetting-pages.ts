import type { Document, Query, Schema, Types, UpdateQuery } from 'mongoose';
import { publish } from '../../platform/events.ts';

interface Facts {
  _id?: Types.ObjectId;
  threadId?: Types.ObjectId;
  clubId?: string;
}

const isCount = (value: unknown): value is { modifiedCount: number; upsertedCount?: number } =>
  typeof value === 'object' && value !== null && 'modifiedCount' in value;

const isFacts = (value: unknown): value is Facts => typeof value === 'object' && value !== null && 'clubId' in value;

/** The mark of what has still to follow a write is seen by nobody. */
const isUnseen = (update: UpdateQuery<unknown> | unknown[] | null): boolean =>
  Object.entries(update ?? {}).every(([operator, fields]) => operator === '$unset' && Object.keys(fields ?? {}).join() === 'unsettled');

/** A statement may take a thread from one club to another: then no list is as it was. */
const movesClub = (update: UpdateQuery<unknown> | unknown[] | null): boolean =>
  Array.isArray(update) ||
  Object.values(update ?? {}).some((fields) => typeof fields === 'object' && fields !== null && 'clubId' in fields);

/** What a new reply changes of its thread: its row goes up, and no other is shown otherwise. */
const MOVES = new Set(['lastNumber', 'lastActivityAt', 'lastReplyBy']);

/** The instant a statement moves a thread up to, and does nothing else to it. */
const movedTo = (update: UpdateQuery<unknown> | unknown[] | null): { movedTo: number } | undefined => {
  const { $set: set, ...others } = { ...(update as { $set?: Record<string, unknown> } | null) };
  const at = set?.lastActivityAt;
  const only = Object.keys(others).length === 0 && Object.keys(set ?? {}).every((field) => MOVES.has(field));
  return only && at instanceof Date ? { movedTo: at.getTime() } : undefined;
};

/** A statement that found nothing to change. */
const isIdle = (result: unknown): boolean => isCount(result) && result.modifiedCount === 0 && !result.upsertedCount;

/**
 * Has every write of these texts forget the pages that show them, before the writer is answered. Where a statement does not say
 * which thread or club it changes, all are forgotten.
 * @param threadKey the field of these texts that names their thread
 */
export const forgettingPages = <T>(schema: Schema<T>, threadKey: '_id' | 'threadId'): void => {
  const ofReplies = threadKey === 'threadId';
  const changed = (facts: Facts, moved?: { movedTo: number }): Promise<void> =>
    publish('forum.texts.changed', {
      threadId: facts[threadKey]?.toString(),
      clubId: facts.clubId?.toString(),
      // Lists are made of threads alone.
      lists: ofReplies ? 'same' : moved,
    });
  schema.post('save', (document: Document & Facts) => changed(document));
  schema.post('insertMany', () => changed({}));
  schema.post(
    ['findOneAndUpdate', 'updateOne', 'updateMany', 'replaceOne', 'findOneAndReplace', 'deleteOne', 'deleteMany', 'findOneAndDelete'],
    { query: true, document: false },
    async function (this: Query<unknown, T>, result: unknown) {
      const update = this.getUpdate();
      if (isIdle(result) || (update && isUnseen(update))) return;
      const facts = { ...(this.getFilter() as Facts), ...(isFacts(result) && result) };
      await changed(update && movesClub(update) ? { [threadKey]: facts[threadKey] } : facts, movedTo(update));
    },
  );
};
