import type { Commune } from '@beffroi/shared/features/directory/directory.contract';
import { Button, NumberInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import classes from './directory.module.css';

const degrees = (value: string | number): number | null => (typeof value === 'number' ? value : null);

/** Where a commune is reckoned from; without it no distance is shown. */
export function CentreForm({ commune: { slug, centre } }: { commune: Commune }) {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const [latitude, setLatitude] = useState<number | null>(centre?.latitude ?? null);
  const [longitude, setLongitude] = useState<number | null>(centre?.longitude ?? null);
  const save = useMutation(
    api.directory.setCentre.mutationOptions({
      onSuccess: () => {
        announce('Centre enregistré.');
        void queries.invalidateQueries({ queryKey: api.directory.communes.key() });
        void queries.invalidateQueries({ queryKey: api.vacancies.key() });
      },
    }),
  );
  const problem = save.error && problemOf(save.error);
  return (
    <form
      className={classes.centre}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (latitude !== null && longitude !== null) save.mutate({ slug, centre: { latitude, longitude } });
      }}
    >
      <NumberInput
        label="Latitude"
        description="Par exemple 50,372"
        decimalSeparator=","
        decimalScale={5}
        min={-90}
        max={90}
        value={latitude ?? ''}
        onChange={(value) => setLatitude(degrees(value))}
      />
      <NumberInput
        label="Longitude"
        description="Par exemple 3,505"
        decimalSeparator=","
        decimalScale={5}
        min={-180}
        max={180}
        value={longitude ?? ''}
        onChange={(value) => setLongitude(degrees(value))}
      />
      <BusyButton type="submit" variant="filled" busy={save.isPending}>
        Enregistrer
      </BusyButton>
      {centre && (
        <Button
          variant="default"
          onClick={() => {
            setLatitude(null);
            setLongitude(null);
            save.mutate({ slug, centre: null });
          }}
        >
          Ne plus montrer de distance
        </Button>
      )}
      <FormError>{problem?.detail}</FormError>
    </form>
  );
}
