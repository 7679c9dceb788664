import type { Vacancy } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

/** Shows a vacancy as it was just made, everywhere it is. */
export const useVacancyChanged = () => {
  const queries = useQueryClient();
  return (vacancy: Vacancy): void => {
    queries.setQueryData(api.vacancies.get.queryKey({ input: { id: vacancy.id } }), vacancy);
    void queries.invalidateQueries({ queryKey: api.vacancies.list.key() });
    void queries.invalidateQueries({ queryKey: api.vacancies.trail.key() });
  };
};
