declare module '../../platform/events.ts' {
  interface DomainEvents {
    /** Begun, described, its state changed, or its text: search and readers follow. */
    'templates.template.changed': { templateId: string; documentId: string; clubId: string; version: number };
    /** A version of its text was kept, which shows these images: they are needed as long as it. */
    'templates.version.kept': { templateId: string; clubId: string; imageIds: string[] };
    /** Somebody wrote in it: readers follow at once, search when it is quiet. */
    'templates.template.written': { templateId: string; documentId: string; clubId: string; version: number };
  }
}

export {};
