import { isClosedToMe, problemOf } from './api.ts';

/** What the server last answered, where a page is to open without it; on this device until sign-out. */
const PREFIX = 'beffroi.answer.';

let isFromDevice = false;

const read = (name: string): unknown => {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null');
  } catch {
    // Storage is forbidden, or holds what is no answer of ours.
    return null;
  }
};

const forget = (name: string): void => {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // Storage is forbidden: nothing is kept.
  }
};

export const keepAnswer = (name: string, answer: object): void => {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(answer));
  } catch {
    // Storage is forbidden or full: the page will not open without network.
  }
};

/** At sign-out, at sign-in, and when a session ends: nothing of what was answered stays. */
export const forgetAnswers = (): void => {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX)) localStorage.removeItem(name);
  } catch {
    // Storage is forbidden: nothing is kept.
  }
};

/** What was kept under this name; null without it. */
export const keptAnswer = <T extends object>(name: string): T | null => read(name) as T | null;

/** Asks the server; where it cannot be reached, gives what was kept of its last answer. A refusal forgets it. */
export const answerOrKept = async <T extends object>(name: string, ask: () => Promise<T>): Promise<T> => {
  try {
    return await ask();
  } catch (error) {
    const { status } = problemOf(error);
    if (isClosedToMe(error)) forget(name);
    const answer = status === 0 ? read(name) : null;
    if (!answer) throw error;
    isFromDevice = true;
    return answer as T;
  }
};

/** Whether something shown is a kept answer, to be asked for again now that the server is there; said once. */
export const takeFromDevice = (): boolean => {
  const was = isFromDevice;
  isFromDevice = false;
  return was;
};
