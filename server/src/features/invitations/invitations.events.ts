declare module '../../platform/events.ts' {
  interface DomainEvents {
    /** Something is to be mailed or carried out. */
    'invitations.work.queued': Record<string, never>;
  }
}

export {};
