declare module '../../platform/events.ts' {
  interface DomainEvents {
    /** This process sees for the first time that the territory works: what is kept of it in memory is to be read. */
    'territory.opened': Record<string, never>;
  }
}

export {};
