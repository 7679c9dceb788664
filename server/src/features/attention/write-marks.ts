import { isDuplicate } from '../../platform/duplicate-key.ts';
import { publish } from '../../platform/events.ts';

/**
 * Writes marks of these people, or of whoever bears some (null), and has what was read of them forgotten before the writer is
 * answered. Two devices may make the same mark in the same instant: the second write then finds it.
 */
export const writeMarks = async <T>(personIds: string[] | null, write: () => Promise<T>): Promise<T> => {
  try {
    return await write();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return await write();
  } finally {
    await publish('attention.marks.changed', { personIds });
  }
};
