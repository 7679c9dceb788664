import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import type { ChangeDraft, InstallationDraft } from './installation-draft.ts';
import { StepFrame } from './step-frame.tsx';

/** The one-time code proves that whoever creates the territory runs the server. */
export const CodeStep = ({ draft, change }: { draft: InstallationDraft; change: ChangeDraft }) => {
  const cache = useQueryClient();
  const field = useRef<HTMLInputElement>(null);
  const [error, setError] = useState<string | null>(null);
  const unlock = useMutation(api.territory.unlock.mutationOptions());
  const refuse = (message: string) => {
    setError(message);
    field.current?.focus();
  };
  const go = () => {
    const code = draft.code.trim();
    if (!code) return refuse('Recopiez le code que le serveur a écrit dans son journal.');
    unlock.mutate(
      { code },
      {
        onSuccess: (unlocked) => {
          cache.setQueryData(api.territory.unlock.queryKey({ input: { code } }), unlocked);
          change({ code, step: 'territory' });
        },
        onError: (failure) => refuse(problemOf(failure).detail),
      },
    );
  };
  return (
    <StepFrame
      title="Le code de ce serveur"
      text="En démarrant, le serveur l’a écrit dans son journal. Il prouve que vous l’exploitez, et ne sert qu’une fois."
      next="Continuer"
      busy={unlock.isPending}
      onNext={go}
    >
      <TextInput
        ref={field}
        label="Code d’installation"
        placeholder="ABCD-EFGH-JKMN"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
        maw={320}
        value={draft.code}
        error={error}
        onChange={(event) => {
          setError(null);
          change({ code: event.currentTarget.value });
        }}
      />
    </StepFrame>
  );
};
