const PREFIX = 'beffroi.draft.';
/** Long enough for holidays, short enough that a shared computer does not keep texts for ever. */
const KEPT_MS = 60 * 24 * 3_600_000;

export interface StoredDraft<T> {
  value: T;
  /** ISO 8601. */
  at: string;
}

const storageKey = (personId: string, key: string) => `${PREFIX}${personId}.${key}`;

const parsed = <T>(text: string | null): StoredDraft<T> | null => {
  if (!text) return null;
  try {
    const draft = JSON.parse(text) as StoredDraft<T>;
    return typeof draft?.at === 'string' && Date.now() - Date.parse(draft.at) < KEPT_MS ? draft : null;
  } catch {
    // Something else wrote there: as good as nothing.
    return null;
  }
};

const ownKeys = (): string[] =>
  Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '').filter((key) => key.startsWith(PREFIX));

/** Forgets what lapsed, and, where the browser is full, the oldest draft too. */
const makeRoom = (): boolean => {
  const drafts = ownKeys().map((key) => ({ key, at: parsed(localStorage.getItem(key))?.at ?? '' }));
  const oldest = drafts.sort((a, b) => a.at.localeCompare(b.at))[0];
  if (!oldest) return false;
  localStorage.removeItem(oldest.key);
  return true;
};

/** Reads this person's draft; another person's is never seen. */
export const readDraft = <T>(personId: string, key: string): StoredDraft<T> | null =>
  parsed<T>(localStorage.getItem(storageKey(personId, key)));

/** Keeps a draft, or forgets it when `value` is null. Written at once: a page being closed waits for nothing. */
export const writeDraft = (personId: string, key: string, value: unknown): void => {
  if (value === null) return localStorage.removeItem(storageKey(personId, key));
  const text = JSON.stringify({ value, at: new Date().toISOString() });
  for (;;) {
    try {
      return localStorage.setItem(storageKey(personId, key), text);
    } catch (error) {
      if (!makeRoom()) throw error;
    }
  }
};
