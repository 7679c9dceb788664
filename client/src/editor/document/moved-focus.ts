import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * Gives the focus back to what stands among these cards and was moved: the browser takes it from an element that changes place, as a
 * card does whose text moves past that of another. Whoever pressed elsewhere meanwhile has left.
 */
export const useMovedFocus = (column: RefObject<HTMLElement | null>, order: string): void => {
  const had = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const remember = ({ target }: Event) => {
      had.current = target instanceof HTMLElement && column.current?.contains(target) ? target : null;
    };
    const leave = () => {
      had.current = null;
    };
    document.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', leave, true);
    return () => {
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', leave, true);
    };
  }, [column]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order says that cards were moved.
  useLayoutEffect(() => {
    if (had.current?.isConnected && document.activeElement === document.body) had.current.focus({ preventScroll: true });
  }, [order]);
};
