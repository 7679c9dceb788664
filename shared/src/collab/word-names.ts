/** After a name that a Word file gives: whoever made the file wrote it, and nobody here is known to bear it. */
const ORIGIN = ' (Word)';

export const isFromWord = (name: string): boolean => name.endsWith(ORIGIN);

/** « Juriste (Word) », once however often the file goes out and comes back. */
export const fromWord = (name: string): string => (isFromWord(name) ? name : name + ORIGIN);

/** The name the file gives. */
export const nameInWord = (name: string): string => (isFromWord(name) ? name.slice(0, -ORIGIN.length) : name);
