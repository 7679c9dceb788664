import { useSyncExternalStore } from 'react';

/** The script of a page of ours. The build names it after all it may load, so that each version has its own. */
const SCRIPT = /<script type="module"[^>]* src="([^"]+)"/;
/** The script whose page was opened anew already, in this tab. */
const REOPENED = 'beffroi:reopened';

let outdated = false;
const listeners = new Set<() => void>();

const ownScript = (): string => document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? '';

/** Asks the server whether it serves another version than this page runs; without network nothing is known. */
export const lookForNewVersion = async (): Promise<boolean> => {
  const page = await fetch('/', { cache: 'no-store' }).then(
    (answer) => answer.text(),
    () => '',
  );
  const served = SCRIPT.exec(page)?.[1];
  outdated = served !== undefined && served !== ownScript();
  for (const listener of listeners) listener();
  return outdated;
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** Whether a new version is known to be served. */
export const useOutdated = (): boolean => useSyncExternalStore(subscribe, () => outdated);

/**
 * Fetches the code of the page one goes to. Where a new version has removed it from the server, the page is opened anew: nothing
 * was typed there yet. Once a version: what fails again is thrown, and told.
 */
export const loadPage = async <T>(load: () => Promise<T>): Promise<T> => {
  try {
    return await load();
  } catch (error) {
    if (!(await lookForNewVersion()) || sessionStorage.getItem(REOPENED) === ownScript()) throw error;
    sessionStorage.setItem(REOPENED, ownScript());
    window.location.reload();
    // The skeleton stays until the new page replaces it.
    return new Promise(() => undefined);
  }
};
