import type { Need } from '@beffroi/shared/features/replacements/replacements.schemas';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWritingTools } from '../../editor/writing-tools.tsx';
import { api, client, problemOf } from '../../lib/api.ts';
import { beginEdit, changesOf, type NeedEdit, rebased } from './edit-need.ts';
import { hoursAreWrong, type NewNeed, placeEmailFault } from './new-need.ts';
import { putNeed } from './replacements.api.ts';

/** What keeps a change from being sent, by field. */
const faultsOf = ({ typed }: NeedEdit): { place?: string; hours?: string; placeEmail?: string } => ({
  ...(!typed.place.trim() && { place: 'Indiquez le lieu\u00a0: une école, une crèche, un service.' }),
  ...(typed.slots.length > 0 && hoursAreWrong(typed) && { hours: 'La fin vient après le début.' }),
  ...placeEmailFault(typed),
});

/** Sends a change, and shows at once what the need has become. */
const useSendEdit = (id: string, onSent: () => void) => {
  const cache = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ sent, on }: { sent: NeedEdit; on: Need }) =>
      client.replacements.edit({ id, version: sent.version, ...changesOf(sent, on) }),
    onSuccess: (edited) => {
      putNeed(cache, edited);
      for (const queryKey of [api.replacements.trail.key({ input: { id } }), api.replacements.candidates.key({ input: { id } })])
        void cache.invalidateQueries({ queryKey });
      onSent();
    },
  });
};

/** A published need being changed, kept at each keystroke until it is sent. */
export const useEditNeed = (need: Need, onEdited: () => void) => {
  const cache = useQueryClient();
  const { useDraft } = useWritingTools();
  const draft = useDraft<NeedEdit>(`need-edit:${need.id}`);
  const [edit, setEdit] = useState<NeedEdit>(() => draft.found ?? beginEdit(need));
  const [tried, setTried] = useState(false);
  const mutation = useSendEdit(need.id, () => {
    draft.clear();
    onEdited();
  });
  const problem = mutation.error && problemOf(mutation.error);
  const keep = (next: NeedEdit) => {
    setEdit(next);
    draft.save(next);
  };
  const beginAgain = (from: Need) => {
    draft.clear();
    setEdit(beginEdit(from));
    mutation.reset();
  };
  return {
    edit,
    /** A draft is being gone on with; one begun anew has another key. */
    found: draft.found?.typed.idempotencyKey === edit.typed.idempotencyKey,
    restart: () => beginAgain(need),
    busy: mutation.isPending,
    /** The need as somebody else left it meanwhile. */
    theirs: problem?.code === 'conflict' ? ((problem.current as Need | undefined) ?? null) : null,
    problem,
    faults: tried ? faultsOf(edit) : {},
    change: (part: Partial<NewNeed>) => keep({ ...edit, typed: { ...edit.typed, ...part } }),
    forget: draft.clear,
    /** One's own change on top of the other's. */
    keepMine: (current: Need) => {
      const next = rebased(edit, current);
      keep(next);
      mutation.mutate({ sent: next, on: current });
    },
    takeTheirs: (current: Need) => {
      putNeed(cache, current);
      beginAgain(current);
    },
    send: (): boolean => {
      setTried(true);
      const ready = Object.keys(faultsOf(edit)).length === 0;
      if (ready && Object.keys(changesOf(edit, need)).length === 0) {
        draft.clear();
        onEdited();
      } else if (ready) mutation.mutate({ sent: edit, on: need });
      return ready;
    },
  };
};
