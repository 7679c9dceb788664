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

/** A text being corrected: what is typed, what the offer said when it was begun, and its version then. */
export interface VacancyEdit {
  content: VacancyContent;
  base: VacancyContent;
  version: number;
}

export const beginEdit = (vacancy: Vacancy): VacancyEdit => {
  const content = contentOf(vacancy);
  return { content, base: content, version: vacancy.version };
};

/** Whether two texts say another thing in this field. */
export const differ = (field: keyof VacancyContent, one: VacancyContent, other: VacancyContent): boolean =>
  JSON.stringify(one[field]) !== JSON.stringify(other[field]);

/** What is to be sent: the fields one changed, and no other's. */
export const changesOf = ({ content, base }: Pick<VacancyEdit, 'content' | 'base'>): Partial<VacancyContent> =>
  Object.fromEntries(FIELDS.filter((field) => differ(field, content, base)).map((field) => [field, content[field]]));

/** One's change on top of what the offer says now: what one did not touch is the other's, what one typed is kept. */
export const rebased = (edit: VacancyEdit, current: Vacancy): VacancyEdit => {
  const { base, version } = beginEdit(current);
  return { content: { ...base, ...changesOf(edit) }, base, version };
};

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
