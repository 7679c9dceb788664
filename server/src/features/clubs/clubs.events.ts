declare module '../../platform/events.ts' {
  interface DomainEvents {
    /** A club was created or its card changed. */
    'clubs.club.changed': { clubId: string };
  }
}

export {};
