import { infiniteQueryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { useSocketEvent } from '../../lib/socket.ts';

/** One's own applications. */
export const myApplicationsOptions = () =>
  infiniteQueryOptions(
    api.applications.mine.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  );

/** Those of a vacancy. */
export const applicationsOfOptions = (id: string) =>
  infiniteQueryOptions(
    api.applications.ofVacancy.infiniteOptions({
      input: (cursor: string | undefined) => ({ id, cursor, limit: 100 }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  );

/** What shows applications is read again. */
export const useApplicationsAgain = (): (() => Promise<void>) => {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: api.applications.key() });
};

/** Each side is told of what the other does: what is shown follows as it is told. */
export const useApplicationsLive = (): void => {
  const again = useApplicationsAgain();
  useSocketEvent('notification.created', ({ key }) => {
    if (key.startsWith('application-')) void again();
  });
};
