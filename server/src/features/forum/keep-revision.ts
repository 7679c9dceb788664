import type { ReplyRecord } from './reply.model.ts';
import { RevisionModel } from './revision.model.ts';
import type { ThreadRecord } from './thread.model.ts';

/** Keeps a text as it stands, before an edit replaces it. Kept twice, it is one revision. */
export const keepRevision = async (text: ThreadRecord | ReplyRecord, title: string | null): Promise<void> => {
  const { _id: textId, version, body, author, editedBy, createdAt, editedAt } = text;
  const watch = 'watch' in text ? text.watch : undefined;
  await RevisionModel.updateOne(
    { textId, version },
    { $setOnInsert: { title, body, ...(watch && { watch }), author: editedBy ?? author, at: editedAt ?? createdAt } },
    { upsert: true },
  );
};
