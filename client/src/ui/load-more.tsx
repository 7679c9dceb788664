import { useEffect, useEffectEvent, useRef } from 'react';
import { BusyButton } from './busy-button.tsx';
import classes from './load-more.module.css';

/** What is known of a list read page by page, as TanStack Query tells it. */
interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  /** The last try failed: only the person tries again, an automatic try would fail for ever. */
  isFetchNextPageError: boolean;
  fetchNextPage: () => Promise<unknown>;
}

interface LoadMoreProps {
  query: Paged;
  /** Waits for the click, where something follows the list. */
  manual?: boolean;
}

/** The end of a list: the next page comes when it is in sight, or by its button. */
export const LoadMore = ({ query, manual = false }: LoadMoreProps) => {
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError: failed } = query;
  const end = useRef<HTMLDivElement>(null);
  const more = useEffectEvent(() => {
    if (!isFetchingNextPage && !failed) void query.fetchNextPage();
  });
  useEffect(() => {
    const target = end.current;
    if (!target || !hasNextPage || manual) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && more(), { rootMargin: '600px' });
    observer.observe(target);
    return () => observer.disconnect();
  }, [hasNextPage, manual]);
  if (!hasNextPage) return null;
  return (
    <div ref={end} className={classes.end}>
      {failed && <p role="alert">La suite n’a pas pu être chargée.</p>}
      <BusyButton busy={isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {failed ? 'Réessayer' : 'Afficher la suite'}
      </BusyButton>
    </div>
  );
};
