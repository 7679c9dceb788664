import type { CursorRegistry } from '../cursors/cursor-registry.ts';
import type { SessionRegistry } from './session-registry.ts';

const INTERVAL = 60_000;

/** Ends sessions and cursors that nobody has used for their time. */
export class IdleSweeper {
  readonly #timer: NodeJS.Timeout;

  constructor(sessions: SessionRegistry, cursors: CursorRegistry) {
    this.#timer = setInterval(() => {
      const expired = sessions.expired();
      sessions.forget(expired);
      cursors.killOfSessions(expired);
      cursors.forgetIdle();
    }, INTERVAL).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
