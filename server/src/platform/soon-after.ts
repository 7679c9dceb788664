import { forgetAtClose } from './forget-at-close.ts';
import { inBackground } from './logger.ts';

const waiting = new Map<string, NodeJS.Timeout>();
forgetAtClose(() => {
  for (const timer of waiting.values()) clearTimeout(timer);
  waiting.clear();
});

interface Following {
  /** As the log calls the work. */
  name: string;
  /** What it is about. */
  about: string;
  afterMs: number;
}

/** Work that follows what happens often: done once for all that happens within this time. What waits at close is not done. */
export const soonAfter = ({ name, about, afterMs }: Following, work: () => Promise<void>): void => {
  const key = `${name} ${about}`;
  if (waiting.has(key)) return;
  const timer = setTimeout(() => {
    waiting.delete(key);
    inBackground(name, work);
  }, afterMs);
  waiting.set(key, timer.unref());
};
