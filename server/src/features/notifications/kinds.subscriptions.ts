import { subscribe } from '../../platform/events.ts';
import { notify } from '../../platform/notify.ts';
import { type AddedMentions, mentionsAddedToReply, mentionsAddedToThread } from '../forum/added-mentions.queries.ts';
import { invitationsTo, threadPost } from '../forum/forum-notices.queries.ts';
import { isNews } from './news.ts';

/** An announcement is told to its club, or to every agent of the territory. */
const tellAnnouncement = async ({ threadId }: { threadId: string }): Promise<void> => {
  const post = await threadPost(threadId);
  if (post?.kind !== 'announcement' || !isNews(post)) return;
  const { clubId, author, at, toTerritory } = post;
  const to = toTerritory ? ({ agents: true } as const) : { club: clubId };
  await notify({ key: `announcement:${threadId}`, kind: 'announcement', byId: author.id, clubId, threadId, at, to });
};

/** Told once for each person invited, whatever else changes in the thread. */
const tellInvitations = async ({ threadId }: { threadId: string }): Promise<void> => {
  for (const invitation of await invitationsTo(threadId)) {
    if (!isNews(invitation)) continue;
    const { clubId, personId, byId, at } = invitation;
    const key = `invited:${threadId}:${personId}`;
    await notify({ key, kind: 'invited-to-answer', byId, clubId, threadId, at, to: { people: [personId] } });
  }
};

/** Each person mentioned since is told once, whatever else is edited after. */
const tellAdded = async (name: string, added: AddedMentions | null): Promise<void> => {
  if (!added || !isNews(added)) return;
  const { threadId, clubId, number: replyNumber, byId, at } = added;
  for (const personId of added.people)
    await notify({
      key: `${name}:mention:${personId}`,
      kind: 'mention',
      byId,
      clubId,
      threadId,
      replyNumber,
      at,
      to: { people: [personId] },
      apart: true,
    });
};

/** What people are told of the kinds of thread, of who is invited to answer, and of who is mentioned by an edit. */
export const subscribeKinds = (): void => {
  subscribe('forum.thread.created', tellAnnouncement);
  subscribe('forum.thread.changed', tellInvitations);
  subscribe('forum.thread.changed', async ({ threadId }) => tellAdded(`thread:${threadId}`, await mentionsAddedToThread(threadId)));
  subscribe('forum.reply.changed', async ({ replyId }) => tellAdded(`reply:${replyId}`, await mentionsAddedToReply(replyId)));
};
