import type { VacancyState } from '@beffroi/shared/features/vacancies/vacancies.vocabulary';

declare module '../../platform/events.ts' {
  interface DomainEvents {
    /** Begun, changed, published (`created`, the first time) or closed. Told again after a crash. */
    'vacancies.vacancy.changed': {
      vacancyId: string;
      communeSlug: string;
      version: number;
      state: VacancyState;
      open: boolean;
      created: boolean;
    };
  }
}
