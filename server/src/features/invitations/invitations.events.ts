import type { ClubRole } from '@beffroi/shared/core/actor';

declare module '../../platform/events.ts' {
  interface DomainEvents {
    /** Something is to be mailed or carried out. */
    'invitations.work.queued': Record<string, never>;
    /** Somebody has a place in a club by invitation: clubs give it, in their own way. Heard twice, it is given once. */
    'invitations.club.given': {
      clubId: string;
      person: { id: string; name: string };
      role: ClubRole;
      byId: string;
      /** She said yes to it herself, and need not be told. */
      accepted: boolean;
    };
    /** Somebody was given roles in a commune by invitation; `entered` where she had none in it. */
    'invitations.commune.given': { commune: string; person: { id: string; name: string }; byId: string; entered: boolean };
  }
}
