import { type Logger, pino } from 'pino';

/** Structured logs on standard output; cookies and passwords never reach them. */
export let logger: Logger = pino({ level: 'silent' });

export const setUpLogger = (level: string): Logger => {
  logger = pino({ level, redact: ['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]'] });
  return logger;
};

const underWay = new Set<Promise<unknown>>();

/** Runs work nobody waits for; a failure is logged under its name instead of ending the process. */
export const inBackground = (name: string, work: () => Promise<unknown>): void => {
  const done = work()
    .catch((error: unknown) => logger.error({ err: error, work: name }, 'background work failed'))
    .finally(() => underWay.delete(done));
  underWay.add(done);
};

/** Resolves once nothing runs in the background any more: what was begun is finished before the store is left. */
export const backgroundDone = async (): Promise<void> => {
  while (underWay.size > 0) await Promise.all(underWay);
};
