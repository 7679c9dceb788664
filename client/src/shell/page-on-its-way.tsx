import { type ReactNode, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import classes from './page-on-its-way.module.css';

let loading = 0;
const listeners = new Set<() => void>();

const count = (by: 1 | -1) => {
  loading += by;
  for (const listener of listeners) listener();
};

/** Loads the code of a page, and says meanwhile that it is on its way. @throws what `load` does */
export const bringPage = async <T,>(load: () => Promise<T>): Promise<T> => {
  const page = load();
  // React asks for the code while it draws, when nothing else may be told to draw.
  await null;
  count(1);
  try {
    return await page;
  } finally {
    count(-1);
  }
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  // Whoever goes back meanwhile is where she was: the page shown is hers again.
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
};

/** The path of the page whose code is on its way, if any: the address changes before what is shown. */
const awaitedPath = (): string | null => (loading > 0 ? window.location.pathname : null);

/**
 * The page one leaves stays while the code of the next one is on its way. On a slow network it says so, and takes neither a second press nor
 * words that would be lost with it.
 */
export const PageOnItsWay = ({ children }: { children: ReactNode }) => {
  const { pathname } = useLocation();
  const awaited = useSyncExternalStore(subscribe, awaitedPath);
  const leaving = awaited !== null && awaited !== pathname;
  return (
    <>
      <div className={classes.left} inert={leaving}>
        {children}
      </div>
      {leaving && <div className={classes.bar} role="progressbar" aria-label="La page arrive" />}
    </>
  );
};
