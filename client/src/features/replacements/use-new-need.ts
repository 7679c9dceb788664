import type { Problem } from '@beffroi/shared/core/errors';
import type { Need } from '@beffroi/shared/features/replacements/replacements.schemas';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWritingTools } from '../../editor/writing-tools.tsx';
import { api, client, problemOf } from '../../lib/api.ts';
import { chosenSlots, emptyNeed, guessedUrgency, hoursAreWrong, isBlank, type NewNeed, placeEmailFault } from './new-need.ts';

interface Start {
  communes: readonly string[];
  contact: string;
  /** An earlier need written again. */
  copied: NewNeed | null;
  onPublished: (need: Need) => void;
}

/** What keeps a need from being published, by field. */
export const faultsOf = (need: NewNeed): Partial<Record<'metier' | 'place' | 'slots' | 'hours' | 'placeEmail', string>> => ({
  ...(!need.metier && { metier: 'Choisissez le métier cherché.' }),
  ...(!need.place.trim() && { place: 'Indiquez le lieu\u00a0: une école, une crèche, un service.' }),
  ...(chosenSlots(need).length === 0 && { slots: 'Choisissez au moins une demi-journée.' }),
  ...(hoursAreWrong(need) && { hours: 'La fin vient après le début.' }),
  ...placeEmailFault(need),
});

const send = (need: NewNeed) =>
  client.replacements.publish({
    commune: need.commune,
    metier: need.metier,
    place: need.place,
    contact: need.contact,
    placeEmail: need.placeEmail ?? '',
    note: need.note,
    urgency: need.urgency ?? guessedUrgency(need),
    diploma: need.diploma,
    slots: chosenSlots(need),
    idempotencyKey: need.idempotencyKey,
  });

/** The need being written, kept at each keystroke until it is published. */
export const useNewNeed = ({ communes, contact, copied, onPublished }: Start) => {
  const cache = useQueryClient();
  const { useDraft } = useWritingTools();
  const draft = useDraft<NewNeed>(copied ? 'need:copy' : 'need');
  const [need, setNeed] = useState<NewNeed>(() => {
    const kept = copied ? null : draft.found;
    if (kept && communes.includes(kept.commune)) return kept;
    return copied ?? emptyNeed(communes[0] as string, contact);
  });
  const [tried, setTried] = useState(false);
  const publish = useMutation({
    networkMode: 'always',
    mutationFn: send,
    onSuccess: (published) => {
      draft.clear();
      cache.setQueryData(api.replacements.get.queryKey({ input: { id: published.id } }), published);
      for (const queryKey of [api.replacements.list.key(), api.replacements.summary.key(), api.replacements.attention.key()])
        void cache.invalidateQueries({ queryKey });
      onPublished(published);
    },
  });
  const problem: Problem | null = publish.error && problemOf(publish.error);
  return {
    need,
    /** The draft is being gone on with; a need begun anew has another key. */
    found: draft.found?.idempotencyKey === need.idempotencyKey,
    busy: publish.isPending,
    problem,
    faults: tried ? faultsOf(need) : {},
    change: (part: Partial<NewNeed>) => {
      const next = { ...need, ...part };
      setNeed(next);
      draft.save(isBlank(next) ? null : next);
    },
    restart: () => {
      draft.clear();
      setNeed(emptyNeed(communes[0] as string, contact));
    },
    publish: (): boolean => {
      setTried(true);
      const ready = Object.keys(faultsOf(need)).length === 0;
      if (ready) publish.mutate(need);
      return ready;
    },
  };
};
