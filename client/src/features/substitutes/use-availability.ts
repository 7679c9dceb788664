import type { Availability } from '@beffroi/shared/features/substitutes/substitutes.contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, client, problemOf } from '../../lib/api.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { type CalendarEdit, withEdits } from './calendar-edits.ts';

/** Another device may save in between, and again; more often than that, something else is wrong. */
const TRIES = 3;

/** Says the changes upon the calendar as it stands; upon the newer one when it changed elsewhere. */
const save = async (upon: Availability, edits: readonly CalendarEdit[], tries = TRIES): Promise<Availability> => {
  try {
    return await client.substitutes.saveAvailability({ ...withEdits(upon, edits), version: upon.version });
  } catch (error) {
    const { code, current } = problemOf(error);
    if (code !== 'conflict' || tries < 2) throw error;
    return save(current as Availability, edits, tries - 1);
  }
};

/**
 * One's calendar: each change shows at once and is sent with those made meanwhile. What could not be sent stays shown and is
 * kept, with the reason, until it is sent again.
 */
export const useAvailability = () => {
  const cache = useQueryClient();
  const announce = useAnnounce();
  const options = api.substitutes.availability.queryOptions();
  const query = useQuery(options);
  const waiting = useRef<CalendarEdit[]>([]);
  const busy = useRef(false);
  const [edits, setEdits] = useState<readonly CalendarEdit[]>([]);
  const [error, setError] = useState<unknown>(null);

  const keep = (next: CalendarEdit[]) => {
    waiting.current = next;
    setEdits(next);
  };
  const send = async (): Promise<void> => {
    const upon = cache.getQueryData<Availability>(options.queryKey);
    if (busy.current || !upon || waiting.current.length === 0) return;
    busy.current = true;
    setError(null);
    const sent = waiting.current;
    try {
      await cache.cancelQueries({ queryKey: options.queryKey });
      cache.setQueryData(options.queryKey, await save(upon, sent));
      keep(waiting.current.slice(sent.length));
      announce('Calendrier enregistré');
    } catch (failure) {
      setError(failure);
      return;
    } finally {
      busy.current = false;
    }
    await send();
  };
  const change = (edit: CalendarEdit): void => {
    keep([...waiting.current, edit]);
    void send();
  };
  return {
    query,
    calendar: query.data && withEdits(query.data, edits),
    change,
    problem: error ? problemOf(error) : null,
    unsaved: edits.length,
    retry: () => void send(),
  };
};
