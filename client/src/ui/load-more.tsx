import { useEffect, useEffectEvent, useRef } from 'react';
import { BusyButton } from './busy-button.tsx';
import classes from './load-more.module.css';

interface LoadMoreProps {
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
  /** Waits for the click, where something follows the list. */
  manual?: boolean;
  /** The last try failed: only the person tries again, an automatic try would fail for ever. */
  failed?: boolean;
}

/** The end of a list: the next page comes when it is in sight, or by its button. */
export const LoadMore = ({ hasMore, loading, onMore, manual = false, failed = false }: LoadMoreProps) => {
  const end = useRef<HTMLDivElement>(null);
  const more = useEffectEvent(() => {
    if (!loading && !failed) onMore();
  });
  useEffect(() => {
    const target = end.current;
    if (!target || !hasMore || manual) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && more(), { rootMargin: '600px' });
    observer.observe(target);
    return () => observer.disconnect();
  }, [hasMore, manual]);
  if (!hasMore) return null;
  return (
    <div ref={end} className={classes.end}>
      {failed && <p role="alert">La suite n’a pas pu être chargée.</p>}
      <BusyButton busy={loading} onClick={onMore}>
        {failed ? 'Réessayer' : 'Afficher la suite'}
      </BusyButton>
    </div>
  );
};
