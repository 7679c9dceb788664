import type { Actor } from '@beffroi/shared/core/actor';
import { parisDate } from '@beffroi/shared/core/half-days';
import { canListVacancies } from '@beffroi/shared/features/vacancies/vacancies.policy';
import type { VacancyItem } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import type { QueryFilter } from 'mongoose';
import { now } from '../../platform/clock.ts';
import { holdingWords } from '../search/french-words.queries.ts';
import { type ListedVacancy, presentVacancyItem, readerCommune } from './vacancies.presenter.ts';
import { ITEM_FIELDS } from './vacancies.queries.ts';
import { VacancyModel, type VacancyRecord } from './vacancy.model.ts';

/** Open vacancies that hold all the words, the last published first; none for those who may list none, or without a word worth finding. */
export const foundVacancies = async (actor: Actor, words: readonly (readonly string[])[], limit: number): Promise<VacancyItem[]> => {
  if (!canListVacancies(actor) || words.length === 0) return [];
  const open = { state: 'published', deadline: { $gte: parisDate(now()) } };
  const found = await VacancyModel.find({ ...open, $and: holdingWords(words) } as QueryFilter<VacancyRecord>, ITEM_FIELDS)
    .sort({ listedAt: -1, _id: -1 })
    .limit(limit)
    .lean<ListedVacancy[]>();
  const from = readerCommune(actor);
  return found.map((vacancy) => presentVacancyItem(vacancy, from));
};
