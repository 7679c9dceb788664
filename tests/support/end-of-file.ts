const closings: (() => Promise<void>)[] = [];
let number = 0;

/** Numbers what a test file builds, from 1: nothing it sees depends on the files its process ran before. */
export const nextNumber = (): number => ++number;

/** Closes something once the test file ends, after all its tests and its own hooks; what was opened last is closed first. */
export const atEndOfFile = (close: () => Promise<void>): void => {
  closings.push(close);
};

/** Ends a test file: what follows in this process finds nothing of it. */
export const endFile = async (): Promise<void> => {
  number = 0;
  for (const close of closings.splice(0).reverse()) await close();
};
