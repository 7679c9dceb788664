import { forgetAtClose } from './forget-at-close.ts';
import { logger } from './logger.ts';

/** Domain events, published after the write. Features add theirs by declaration merging. */
// biome-ignore lint/suspicious/noEmptyInterface: features fill it in
export interface DomainEvents {}

type Handler<E> = (event: E) => void | Promise<void>;
const handlers = new Map<keyof DomainEvents, Set<Handler<never>>>();
forgetAtClose(() => handlers.clear());

/** Listens to one kind of event until the application closes, or until what is given back is called. Never called by a module that is merely loaded. */
export const subscribe = <K extends keyof DomainEvents>(name: K, handler: Handler<DomainEvents[K]>): (() => void) => {
  const set = handlers.get(name) ?? new Set();
  handlers.set(name, set.add(handler as Handler<never>));
  return () => set.delete(handler as Handler<never>);
};

/**
 * Tells every subscriber; resolves once all are done.
 * @throws the first error, after every subscriber was told, so that the caller can try again later
 */
export const publish = async <K extends keyof DomainEvents>(name: K, event: DomainEvents[K]): Promise<void> => {
  const results = await Promise.allSettled(
    [...(handlers.get(name) ?? [])].map(async (handler) => (handler as Handler<DomainEvents[K]>)(event)),
  );
  const failures = results.filter((result) => result.status === 'rejected');
  for (const failure of failures) logger.error({ err: failure.reason, event: name }, 'event handler failed');
  if (failures[0]) throw failures[0].reason;
};
