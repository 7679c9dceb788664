declare module '../../platform/events.ts' {
  interface DomainEvents {
    /** Made, revised, taken out of sight or put back. */
    'fiches.fiche.changed': { ficheId: string; clubId: string };
    /** Taken out of sight with a reason: whoever made it is told. */
    'fiches.fiche.removed': {
      key: string;
      clubId: string;
      title: string;
      authorId: string;
      byId: string;
      reason: string;
      at: Date;
    };
  }
}

export {};
