import type { Actor } from '@beffroi/shared/core/actor';

/** People by the key the texts use. */
export interface Cast {
  actorOf: (key: string) => Actor;
  membersOf: (club: string) => string[];
}
