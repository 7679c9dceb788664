import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { SavedSearch } from '@beffroi/shared/features/vacancies/vacancies.contract';
import { VACANCY_LIMITS } from '@beffroi/shared/features/vacancies/vacancies.limits';
import { canListVacancies } from '@beffroi/shared/features/vacancies/vacancies.policy';
import { SavedSearchModel, type SavedSearchRecord } from './saved-search.model.ts';

export const presentSearch = ({ _id, name, filters, alert, createdAt }: SavedSearchRecord): SavedSearch => ({
  id: _id.toHexString(),
  name,
  filters,
  alert,
  createdAt: createdAt.toISOString(),
});

/** One's own saved searches, the first saved first. @throws AppError `not-found` for those who see no vacancies */
export const savedSearches = async (actor: Actor): Promise<{ items: SavedSearch[] }> => {
  if (!canListVacancies(actor)) throw new AppError('not-found');
  const found = await SavedSearchModel.find({ personId: actor.personId })
    .sort({ createdAt: 1 })
    .limit(VACANCY_LIMITS.searches)
    .lean<SavedSearchRecord[]>();
  return { items: found.map(presentSearch) };
};
