import type { Commune } from '@beffroi/shared/features/directory/directory.contract';
import { useQuery } from '@tanstack/react-query';
import { api } from './api.ts';
import { useMe } from './me.ts';

const NONE: Commune[] = [];

/** The communes of the territory, for who may read the directory; none for the others, and none until known. */
export const useCommunes = (): readonly Commune[] => {
  const enabled = useMe().abilities['directory.read'];
  return useQuery(api.directory.communes.queryOptions({ enabled, staleTime: Number.POSITIVE_INFINITY })).data?.items ?? NONE;
};
