import { now } from '../../platform/clock.ts';
import { subscribe } from '../../platform/events.ts';
import { isObjectId, objectId } from '../../platform/object-id.ts';
import { shownImages, type TextPlace } from '../forum/forum-images.queries.ts';
import { REVIEW_AFTER_MS } from './commands/review-images.ts';
import { ImageModel } from './image.model.ts';

/** Notes which text shows which images. An earlier version's stay noted: its history shows them. */
const followText = async (place: TextPlace): Promise<void> => {
  const shown = await shownImages(place);
  if (shown?.deleted) {
    const used = place.replyId ? { $elemMatch: place } : { $elemMatch: { threadId: place.threadId } };
    await ImageModel.updateMany({ uses: used }, { $set: { reviewAt: new Date(now().getTime() + REVIEW_AFTER_MS) } });
  } else if (shown && shown.ids.length > 0) {
    await ImageModel.updateMany({ _id: { $in: shown.ids.map(objectId) } }, { $addToSet: { uses: place }, $unset: { reviewAt: 1 } });
  }
};

const followThread = ({ threadId }: { threadId: string }): Promise<void> => followText({ threadId, replyId: null });
const followReply = ({ threadId, replyId }: { threadId: string; replyId: string }): Promise<void> => followText({ threadId, replyId });

/** Images go with the text they are shown in; one that a text elsewhere shows too belongs to both clubs. */
const followMove = async ({ threadId, clubId }: { threadId: string; clubId: string }): Promise<void> => {
  const shownHere = { 'uses.threadId': threadId };
  const elsewhere = { $elemMatch: { threadId: { $ne: threadId } } };
  await ImageModel.updateMany({ $and: [shownHere, { uses: elsewhere }] }, { $addToSet: { alsoIn: clubId } });
  await ImageModel.updateMany({ $and: [shownHere, { uses: { $not: elsewhere } }] }, { $set: { clubId, alsoIn: [] } });
};

/** A version of a model is never changed: what it shows is kept as long as it, in the club it was deposited in. */
const followVersion = async ({
  templateId,
  clubId,
  imageIds,
}: {
  templateId: string;
  clubId: string;
  imageIds: string[];
}): Promise<void> => {
  const ids = imageIds.filter(isObjectId).map(objectId);
  if (ids.length > 0)
    await ImageModel.updateMany({ _id: { $in: ids }, clubId }, { $addToSet: { models: templateId }, $unset: { reviewAt: 1 } });
};

/** Keeps images after the texts that show them. */
export const subscribeImages = (): void => {
  subscribe('forum.thread.created', followThread);
  subscribe('forum.thread.changed', followThread);
  subscribe('forum.thread.moved', followMove);
  subscribe('forum.reply.created', followReply);
  subscribe('forum.reply.changed', followReply);
  subscribe('templates.version.kept', followVersion);
};
