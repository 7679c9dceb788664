import type { Actor } from '@beffroi/shared/core/actor';

/** Who sets up a territory before it has any administrator. */
export const installer: Actor = { personId: '0'.repeat(24), administrator: true, communes: {}, clubs: {} };
