/** What a person writes in live documents is kept on this device under names that begin so. */
const PREFIX = 'beffroi.document.';

/** The name under which this device keeps a document for a person; another person's is never opened. */
export const keptName = (personId: string, documentId: string): string => `${PREFIX}${personId}.${documentId}`;

/** How many changes made here the server has not confirmed yet; they outlive the page. */
export const readUnsent = (name: string): number => {
  try {
    return Number(localStorage.getItem(name)) || 0;
  } catch {
    // Storage is forbidden here: the count lives as long as the page.
    return 0;
  }
};

export const writeUnsent = (name: string, count: number): void => {
  try {
    if (count > 0) localStorage.setItem(name, String(count));
    else localStorage.removeItem(name);
  } catch {
    // Storage is forbidden or full: the count lives as long as the page.
  }
};

/** At sign-out: nothing of what was read stays on this device; only a document with changes that never left it does, for the same person. */
export const forgetSentDocuments = async (): Promise<void> => {
  if (typeof indexedDB === 'undefined' || !indexedDB.databases) return;
  const kept = await indexedDB.databases().catch(() => []);
  for (const { name } of kept) if (name?.startsWith(PREFIX) && readUnsent(name) === 0) indexedDB.deleteDatabase(name);
};
