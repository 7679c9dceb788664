declare module '../../platform/events.ts' {
  interface DomainEvents {
    /** Begun, described, its state changed, or its text: search and readers follow. */
    'templates.template.changed': { templateId: string; documentId: string; clubId: string; version: number };
    /** Somebody wrote in it: readers follow at once, search when it is quiet. */
    'templates.template.written': { templateId: string; documentId: string; clubId: string; version: number };
  }
}

export {};
