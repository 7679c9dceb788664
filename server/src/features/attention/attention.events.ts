declare module '../../platform/events.ts' {
  interface DomainEvents {
    /** A person read a thread up to this reply. */
    'attention.thread.read': { personId: string; threadId: string; read: number };
    /** What is kept of these people's reading was written; of anyone's where it is not said whose. */
    'attention.marks.changed': { personIds: string[] | null };
    /** She follows something otherwise, or cleared much at once. */
    'attention.changed': { personId: string };
  }
}

export {};
