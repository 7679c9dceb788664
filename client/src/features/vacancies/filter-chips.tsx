import { Button } from '@mantine/core';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useCommunes } from '../../lib/communes.ts';
import classes from './vacancies.module.css';
import { chipLabel, FILTER_KEYS, type FilterKey, type FilterValues } from './vacancy-address.ts';

interface FilterChipsProps {
  values: FilterValues;
  change: (changes: Partial<Record<FilterKey, string | null>>) => void;
}

/** What the list is narrowed to, each taken off by a click. */
export function FilterChips({ values, change }: FilterChipsProps) {
  const communes = useCommunes();
  const communeName = (slug: string): string => communes.find((commune) => commune.slug === slug)?.name ?? slug;
  const set = FILTER_KEYS.filter((key) => values[key] !== '');
  if (set.length === 0) return null;
  return (
    <ul className={classes.chips} aria-label="Filtres actifs" data-print="hidden">
      {set.map((key) => {
        const label = chipLabel(key, values[key], communeName);
        return (
          <li key={key}>
            <button
              type="button"
              className={classes.chip}
              aria-label={`Retirer le filtre ${label}`}
              onClick={() => change({ [key]: null })}
            >
              {label}
              <IconX size={14} stroke={2} aria-hidden />
            </button>
          </li>
        );
      })}
      {set.length > 1 && (
        <li>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => change(Object.fromEntries(set.map((key) => [key, null])) as Record<FilterKey, null>)}
          >
            Tout effacer
          </Button>
        </li>
      )}
    </ul>
  );
}
