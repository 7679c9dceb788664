import type { ClubAccess } from '@beffroi/shared/features/clubs/clubs.vocabulary';
import type { ModerationAction } from '@beffroi/shared/features/moderation/moderation.vocabulary';

declare module '../../platform/events.ts' {
  interface DomainEvents {
    /** Something is to follow from a person's request to join: a pilot to tell, a decision to carry out. */
    'clubs.request.changed': { personId: string };
    /** A club was opened, of which every commune is to be told; said again until it was. */
    'clubs.club.opened': { clubId: string; byId: string; name: string; summary: string; purposes: string[]; access: ClubAccess };
    /** A club was created or its card changed. */
    'clubs.club.changed': { clubId: string };
    /** A club was created, edited, archived or reopened: who did it and when. Its line of the trail is written already. */
    'clubs.club.administered': { clubId: string; action: ModerationAction; byId: string; at: Date };
    /** A person was given, or lost, a role in a club by somebody else; `role` is null for who left. */
    'clubs.role.changed': { clubId: string; personId: string; role: string | null; byId: string; action: ModerationAction };
  }
}
