declare module '../../platform/events.ts' {
  interface DomainEvents {
    /** A person's memberships changed, in these clubs: caches drop her, sockets are re-admitted. */
    'accounts.rights.changed': { personId: string; clubIds: string[] };
    /** Her sessions ended (sign-out, new password). */
    'accounts.sessions.ended': { personId: string };
    /** Her name, function or expertise changed. */
    'accounts.profile.changed': { personId: string };
  }
}

export {};
