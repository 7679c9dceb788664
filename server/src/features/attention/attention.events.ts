declare module '../../platform/events.ts' {
  interface DomainEvents {
    /** A person read a thread up to this reply. */
    'attention.thread.read': { personId: string; threadId: string; read: number };
    /** She follows something otherwise, or cleared much at once. */
    'attention.changed': { personId: string };
  }
}

export {};
