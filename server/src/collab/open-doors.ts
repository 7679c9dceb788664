import type { Actor } from '@beffroi/shared/core/actor';
import type { CollabOptions } from './collab-feature.ts';
import { OPEN_LIMITS } from './limits.ts';

const anybody: Actor = { personId: '', administrator: false, communes: {}, clubs: {} };
const person = { actor: anybody, sessionId: '' };
const access = { level: 'write' } as const;

/** For the bare room server: whoever comes may write whatever she likes in whatever she names. */
export const OPEN_DOORS: CollabOptions = {
  gate: { admit: async () => person, freshActor: async () => anybody },
  authorize: async () => access,
  isOurs: () => true,
  limits: OPEN_LIMITS,
};
