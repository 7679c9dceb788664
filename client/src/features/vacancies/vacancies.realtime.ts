import { VACANCIES_ROOM } from '@beffroi/shared/core/rooms';
import type { Vacancy } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '../../lib/api.ts';
import { useMe } from '../../lib/me.ts';
import { useSocketEvent, useWatch } from '../../lib/socket.ts';

/** A burst is one reading; each reader's at a moment of her own, so that not all of them ask at once. */
const GATHER_MS = 300;
const SPREAD_MS = 700;

/** Keeps what is shown of vacancies as the server has it. */
export const useVacanciesRealtime = (): void => {
  const cache = useQueryClient();
  const agent = useMe().communes.length > 0;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const stale = (...keys: (readonly unknown[])[]) => keys.forEach((queryKey) => void cache.invalidateQueries({ queryKey }));
  const readLists = () => {
    timer.current ??= setTimeout(
      () => {
        timer.current = undefined;
        stale(api.vacancies.list.key(), api.applications.today.key());
      },
      GATHER_MS + SPREAD_MS * Math.random(),
    );
  };
  useWatch(agent ? VACANCIES_ROOM : null, () => stale(api.vacancies.list.key(), api.vacancies.get.key()));
  useSocketEvent('vacancy.created', readLists);
  useSocketEvent('vacancy.updated', ({ id, version }) => {
    readLists();
    const { queryKey } = api.vacancies.get.queryOptions({ input: { id } });
    // What this very screen changed is here already.
    if ((cache.getQueryData<Vacancy>(queryKey)?.version ?? 0) >= version) return;
    stale(queryKey, api.vacancies.trail.key({ input: { id } }));
  });
};
