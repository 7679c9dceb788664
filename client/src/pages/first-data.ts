import { matchPath } from 'react-router';
import { threadListOptions, threadOptions } from '../features/forum/forum.api.ts';
import { filtersIn } from '../features/forum/thread-filters.ts';
import { api } from '../lib/api.ts';
import { clubPath, threadPath } from '../lib/paths.ts';
import { queryClient } from '../lib/query-client.ts';

const today = (): void => {
  void queryClient.prefetchQuery(api.today.today.queryOptions());
};

/** Its threads follow at once, for who may read them; what does not come is told by the page. */
const club = async (slug: string, query: URLSearchParams): Promise<void> => {
  const { abilities } = await queryClient.fetchQuery(api.clubs.get.queryOptions({ input: { slug } }));
  if (!abilities['club.read']) return;
  void queryClient.prefetchInfiniteQuery(threadListOptions(slug, filtersIn(query)));
  if (!query.size) void queryClient.prefetchQuery(api.forum.pinned.queryOptions({ input: { slug } }));
};

/** Asks for what the pages most often opened first show, beside their code; the page asks again for what failed. */
export const askFirstData = (pathname: string, query: URLSearchParams): void => {
  if (pathname === '/') return today();
  const thread = matchPath(threadPath(':slug', ':id'), pathname)?.params.id;
  if (thread) return void queryClient.prefetchQuery(threadOptions(thread));
  const slug = matchPath(clubPath(':slug'), pathname)?.params.slug;
  if (slug) club(slug, query).catch(() => undefined);
};
