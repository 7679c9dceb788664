declare module '../platform/events.ts' {
  interface DomainEvents {
    /**
     * What these people wrote in a live document is durable; `at` is when the last of it came. Said of several changes at once,
     * at most every two seconds a document, and again after a crash: handlers are idempotent.
     */
    'collab.document.written': { documentId: string; personIds: string[]; at: Date };
    /** Other people than before have this document open, or may write in it, on any process. */
    'collab.presence.changed': { documentId: string };
    /** Ask again what everybody may do with this document: it was frozen, opened, moved, removed. Heard by every process. */
    'collab.recheck': { documentId: string };
  }
}

export {};
