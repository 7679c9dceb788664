import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { SavedSearch } from '@beffroi/shared/features/vacancies/vacancies.contract';
import type { VacancyFilters } from '@beffroi/shared/features/vacancies/vacancies.filters';
import { VACANCY_LIMITS } from '@beffroi/shared/features/vacancies/vacancies.limits';
import { canListVacancies } from '@beffroi/shared/features/vacancies/vacancies.policy';
import { now } from '../../../platform/clock.ts';
import { objectId } from '../../../platform/object-id.ts';
import { given } from '../given-fields.ts';
import { SavedSearchModel, type SavedSearchRecord } from '../saved-search.model.ts';
import { presentSearch } from '../saved-searches.queries.ts';
import { readerCommune } from '../vacancies.presenter.ts';

const TOO_MANY = `Pas plus de ${VACANCY_LIMITS.searches} recherches enregistrées\u00a0: retirez-en une d’abord.`;

interface NewSearch {
  name: string;
  filters: VacancyFilters;
  alert: boolean;
}

/** @throws AppError `not-found` for those who see no vacancies, `invalid-input` when she has too many */
export const saveSearch = async (actor: Actor, { name, filters, alert }: NewSearch): Promise<SavedSearch> => {
  if (!canListVacancies(actor)) throw new AppError('not-found');
  if ((await SavedSearchModel.countDocuments({ personId: actor.personId })) >= VACANCY_LIMITS.searches)
    throw new AppError('invalid-input', { errors: [{ path: 'name', message: TOO_MANY }] });
  const search = await SavedSearchModel.create({
    personId: actor.personId,
    name,
    filters: given(filters),
    from: readerCommune(actor),
    alert,
    createdAt: now(),
  });
  return presentSearch(search.toObject() as SavedSearchRecord);
};

/** Renames one's search, turns its alert on or off. @throws AppError `not-found` (also another's) */
export const changeSearch = async (
  actor: Actor,
  { id, ...change }: { id: string; name?: string | undefined; alert?: boolean | undefined },
): Promise<SavedSearch> => {
  const mine = { _id: objectId(id), personId: actor.personId };
  const search = await SavedSearchModel.findOneAndUpdate(
    mine,
    { $set: given(change) },
    { returnDocument: 'after' },
  ).lean<SavedSearchRecord>();
  if (!search) throw new AppError('not-found');
  return presentSearch(search);
};

/** @throws AppError `not-found` (also another's) */
export const removeSearch = async (actor: Actor, id: string): Promise<{ removed: true }> => {
  const { deletedCount } = await SavedSearchModel.deleteOne({ _id: objectId(id), personId: actor.personId });
  if (deletedCount === 0) throw new AppError('not-found');
  return { removed: true };
};
