import { useQuery } from '@tanstack/react-query';
import { Navigate, useLocation } from 'react-router';
import { api } from '../lib/api.ts';
import { INSTALLATION_PATH } from '../lib/paths.ts';
import { isPublic } from './session-guard.tsx';

/**
 * On a server without a territory, leads from the pages one opens without a session to the one that creates it; under the shell, the
 * first answer tells the same.
 */
export const TerritoryGuard = () => {
  const { pathname } = useLocation();
  const enabled = isPublic(pathname) && pathname !== INSTALLATION_PATH;
  const territory = useQuery(api.territory.get.queryOptions({ enabled, staleTime: Number.POSITIVE_INFINITY }));
  return enabled && territory.data && territory.data.state !== 'open' ? <Navigate to={INSTALLATION_PATH} replace /> : null;
};
