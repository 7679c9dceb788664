import { authed } from '../../http/orpc.ts';
import { isBookmarked, listBookmarks } from './bookmarks.queries.ts';
import { setBookmark } from './commands/set-bookmark.ts';

const { bookmarks } = authed;

export const bookmarksRouter = {
  list: bookmarks.list.handler(({ input, context }) => listBookmarks(context.actor, input)),
  get: bookmarks.get.handler(({ input, context }) => isBookmarked(context.actor, input.id)),
  set: bookmarks.set.handler(({ input, context }) => setBookmark(context.actor, input.id, true)),
  unset: bookmarks.unset.handler(({ input, context }) => setBookmark(context.actor, input.id, false)),
};
