import { isDuplicate } from '../../platform/duplicate-key.ts';

/** Two devices may make the same mark in the same instant: the second write then finds it. */
export const writeMark = async <T>(write: () => Promise<T>): Promise<T> => {
  try {
    return await write();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return write();
  }
};
