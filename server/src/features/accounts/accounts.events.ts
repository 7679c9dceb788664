declare module '../../platform/events.ts' {
  interface DomainEvents {
    /** A person's memberships changed, in these clubs: caches drop her, sockets are re-admitted. */
    'accounts.rights.changed': { personId: string; clubIds: string[] };
    /** One of her sessions ended (sign-out), or all of them (new password). */
    'accounts.sessions.ended': { personId: string; sessionId?: string };
    /** Somebody administers the territory from now on. */
    'accounts.administrator.opened': { personId: string };
    /** An account was shut: its sessions end. */
    'accounts.person.suspended': { personId: string };
    /** She serves other communes than before. */
    'accounts.communes.changed': { personId: string };
    /** Her name, function or expertise changed. */
    'accounts.profile.changed': { personId: string };
  }
}

export {};
