import { Button } from '@mantine/core';
import { useEffect, useEffectEvent, useRef } from 'react';
import classes from './load-more.module.css';

interface LoadMoreProps {
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
  /** Waits for the click, where something follows the list. */
  manual?: boolean;
}

/** The end of a list: the next page comes when it is in sight, or by its button. */
export const LoadMore = ({ hasMore, loading, onMore, manual = false }: LoadMoreProps) => {
  const end = useRef<HTMLDivElement>(null);
  const more = useEffectEvent(() => {
    if (!loading) onMore();
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
      <Button loading={loading} onClick={onMore}>
        Afficher la suite
      </Button>
    </div>
  );
};
