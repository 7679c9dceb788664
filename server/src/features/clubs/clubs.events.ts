declare module '../../platform/events.ts' {
  interface DomainEvents {
    /** Something is to follow from a person's request to join: a pilot to tell, a decision to carry out. */
    'clubs.request.changed': { personId: string };
    /** A club was created or its card changed. */
    'clubs.club.changed': { clubId: string };
  }
}

export {};
