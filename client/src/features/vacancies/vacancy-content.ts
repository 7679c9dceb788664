import type { VacancySettings } from '@beffroi/shared/features/vacancies/vacancies.contract';
import type { Vacancy, VacancyContent } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { VACANCY_DEFAULTS } from '@beffroi/shared/features/vacancies/vacancy-defaults';

export const FIELDS = ['title', ...Object.keys(VACANCY_DEFAULTS)] as (keyof VacancyContent)[];

/** An empty offer as the commune's usually begin. */
export const emptyContent = (settings?: VacancySettings): VacancyContent => {
  const { authority = '', organisation = '', contact = '', recipient = '', benefits = '' } = settings ?? {};
  return { ...VACANCY_DEFAULTS, grades: [], title: '', authority, organisation, contact, recipient, benefits };
};

/** What HR wrote of a vacancy, without what became of it. */
export const contentOf = (vacancy: Vacancy): VacancyContent =>
  Object.fromEntries(FIELDS.map((field) => [field, vacancy[field]])) as unknown as VacancyContent;

/** The same post once more: its dates and its declaration were the other one's. */
export const duplicateOf = (vacancy: Vacancy): VacancyContent => ({
  ...contentOf(vacancy),
  startsOn: null,
  deadline: null,
  dveNumber: '',
  dveOn: null,
  officialUrl: '',
  emergency: '',
});
