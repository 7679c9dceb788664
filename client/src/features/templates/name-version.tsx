import { VERSION_NAME_LENGTH } from '@beffroi/shared/features/templates/document-versions.contract';
import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import classes from './versions.module.css';

/** Keeps the present text under a name. */
export function NameVersion({ id }: { id: string }) {
  const cache = useQueryClient();
  const [name, setName] = useState('');
  const keep = useMutation(
    api.templates.nameVersion.mutationOptions({
      onSuccess: () => {
        setName('');
        void cache.invalidateQueries({ queryKey: api.templates.versions.key({ input: { id } }) });
      },
    }),
  );
  const problem = keep.error && problemOf(keep.error);
  return (
    <form
      className={classes.name}
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate({ id, name });
      }}
    >
      <TextInput
        label="Garder le texte actuel sous un nom"
        placeholder="Avant la commission d’appel d’offres"
        value={name}
        maxLength={VERSION_NAME_LENGTH}
        error={problem && (problem.errors?.[0]?.message ?? problem.detail)}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <BusyButton type="submit" busy={keep.isPending} disabled={!name.trim()}>
        Garder
      </BusyButton>
    </form>
  );
}
