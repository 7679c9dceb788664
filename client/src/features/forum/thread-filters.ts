import { THREAD_KINDS, THREAD_STATUSES, type ThreadKind, type ThreadStatus } from '@beffroi/shared/features/forum/forum.vocabulary';
import { useSearchParams } from 'react-router';
import { KIND_SLUG } from '../../lib/paths.ts';

/** Which of a club's threads a list shows; all without any. */
export interface ThreadFilters {
  kind?: ThreadKind | undefined;
  status?: ThreadStatus | undefined;
  /** A slug of the club's. */
  tag?: string | undefined;
  /** Only what moved after that instant: one's visit before. */
  since?: string | undefined;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/;

/** How a status is written in the address. */
const STATUS_SLUG: Record<ThreadStatus, string> = { open: 'sans-reponse', answered: 'avec-reponse', resolved: 'resolue' };

/** What the address asks for. Only questions have a state. */
export const filtersIn = (query: URLSearchParams): ThreadFilters => {
  const status = THREAD_STATUSES.find((one) => STATUS_SLUG[one] === query.get('etat'));
  const kind = status ? 'question' : THREAD_KINDS.find((one) => KIND_SLUG[one] === query.get('type'));
  const since = query.get('depuis') ?? '';
  return { kind, status, tag: query.get('etiquette') || undefined, since: INSTANT.test(since) ? since : undefined };
};

/** The address's query for these filters. */
export const filterQuery = ({ kind, status, tag, since }: ThreadFilters): string => {
  const query = new URLSearchParams({
    ...(kind && { type: KIND_SLUG[kind] }),
    ...(status && { etat: STATUS_SLUG[status] }),
    ...(tag && { etiquette: tag }),
    ...(since && { depuis: since }),
  });
  return `?${query}`;
};

export const useThreadFilters = (): ThreadFilters => filtersIn(useSearchParams()[0]);
