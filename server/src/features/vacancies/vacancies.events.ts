declare module '../../platform/events.ts' {
  interface DomainEvents {
    /** Begun, changed, published or closed. Told again after a crash. */
    'vacancies.vacancy.changed': { vacancyId: string; communeSlug: string; version: number; open: boolean };
  }
}

export {};
