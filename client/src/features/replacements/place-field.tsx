import { REPLACEMENT_LIMITS } from '@beffroi/shared/features/replacements/replacements.limits';
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import classes from './need-form.module.css';
import { atKnownPlace, type NewNeed } from './new-need.ts';

const PROPOSED = 4;

interface PlaceFieldProps {
  need: NewNeed;
  change: (part: Partial<NewNeed>) => void;
  error: string | undefined;
}

/** Where; the commune’s latest places are one touch away, those of the métier first. */
export function PlaceField({ need, change, error }: PlaceFieldProps) {
  const { data } = useQuery(api.replacements.places.queryOptions({ input: { commune: need.commune } }));
  const known = data?.items ?? [];
  const places = [...known]
    .sort((a, b) => Number(b.metier === need.metier) - Number(a.metier === need.metier))
    .filter(({ place }) => place !== need.place)
    .slice(0, PROPOSED);
  return (
    <div>
      <TextInput
        label="Lieu"
        placeholder="École Jules-Ferry"
        value={need.place}
        maxLength={REPLACEMENT_LIMITS.place}
        error={error}
        onChange={({ currentTarget }) => change({ place: currentTarget.value })}
      />
      {places.length > 0 && (
        <div className={classes.places}>
          {places.map((one) => (
            <Button key={one.place} radius="xl" h={34} fz={14} onClick={() => change(atKnownPlace(one, need, known))}>
              {one.place}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
