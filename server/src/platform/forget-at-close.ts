const forgetters = new Set<() => void>();

/**
 * Says how a module forgets what it remembers of the store or of those who ask. Each `let`, `Map` or limit of a module that is not a
 * constant does: another application may follow on another store in the same process, and must find nothing of this one.
 */
export const forgetAtClose = (forget: () => void): void => {
  forgetters.add(forget);
};

/** Forgets everything, once nothing works on the store any more. */
export const forgetEverything = (): void => {
  for (const forget of forgetters) forget();
};
