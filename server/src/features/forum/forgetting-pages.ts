import type { Document, Query, Schema, Types, UpdateQuery } from 'mongoose';
import { publish } from '../../platform/events.ts';

interface Facts {
  _id?: Types.ObjectId;
  threadId?: Types.ObjectId;
  clubId?: string;
}

const isFacts = (value: unknown): value is Facts => typeof value === 'object' && value !== null && 'clubId' in value;

/** The mark of what has still to follow a write is seen by nobody. */
const isUnseen = (update: UpdateQuery<unknown> | unknown[] | null): boolean =>
  Object.entries(update ?? {}).every(([operator, fields]) => operator === '$unset' && Object.keys(fields ?? {}).join() === 'unsettled');

/** A statement may take a thread from one club to another: then no list is as it was. */
const movesClub = (update: UpdateQuery<unknown> | unknown[] | null): boolean =>
  Array.isArray(update) ||
  Object.values(update ?? {}).some((fields) => typeof fields === 'object' && fields !== null && 'clubId' in fields);

/**
 * Has every write of these texts forget the pages that show them, before the writer is answered. Where a statement does not say
 * which thread or club it changes, all are forgotten.
 * @param threadKey the field of these texts that names their thread
 */
export const forgettingPages = <T>(schema: Schema<T>, threadKey: '_id' | 'threadId'): void => {
  const changed = (facts: Facts): Promise<void> =>
    publish('forum.texts.changed', { threadId: facts[threadKey]?.toString(), clubId: facts.clubId?.toString() });
  schema.post('save', (document: Document & Facts) => changed(document));
  schema.post('insertMany', () => changed({}));
  schema.post(
    ['findOneAndUpdate', 'updateOne', 'updateMany', 'replaceOne', 'findOneAndReplace', 'deleteOne', 'deleteMany', 'findOneAndDelete'],
    { query: true, document: false },
    async function (this: Query<unknown, T>, result: unknown) {
      const update = this.getUpdate();
      if (update && isUnseen(update)) return;
      const facts = { ...(this.getFilter() as Facts), ...(isFacts(result) && result) };
      await changed(update && movesClub(update) ? { [threadKey]: facts[threadKey] } : facts);
    },
  );
};
