import { lookForNewVersion } from './new-version.ts';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 20_000;

/**
 * Fetches code a page can wait for, trying again until it comes: `React.lazy` keeps a failure for ever and throws it
 * at the whole page, which would then vanish because of a menu.
 */
export const patiently = async <T>(load: () => Promise<T>): Promise<T> => {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      return await load();
    } catch {
      // A new version may have removed it: then only opening the page anew brings it, and one is told.
      void lookForNewVersion();
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
};
