declare module '../../platform/events.ts' {
  interface DomainEvents {
    /** Written, answered, edited, deleted, resolved or opened again. */
    'comments.thread.changed': { threadId: string; templateId: string };
  }
}

export {};
