declare module '../../platform/events.ts' {
  interface DomainEvents {
    /** Made or revised. */
    'fiches.fiche.changed': { ficheId: string; clubId: string };
  }
}

export {};
