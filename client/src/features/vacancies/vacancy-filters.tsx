import { ofPlace } from '@beffroi/shared/core/french-of';
import { Button, TextInput } from '@mantine/core';
import IconAdjustmentsHorizontal from '@tabler/icons-react/dist/esm/icons/IconAdjustmentsHorizontal.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useId, useState } from 'react';
import { useCommunes } from '../../lib/communes.ts';
import { useTypedFilter } from '../../lib/use-typed-filter.ts';
import { communeChoice, type FilterChoice, FilterSelects } from '../../ui/filter-selects.tsx';
import { MoreFilters } from './more-filters.tsx';
import classes from './vacancies.module.css';
import { FILTER_KEYS, type FilterKey, type FilterValues } from './vacancy-address.ts';
import { DISTANCE_ITEMS, METIER_ITEMS } from './vacancy-words.ts';

interface VacancyFiltersProps {
  values: FilterValues;
  change: (changes: Partial<Record<FilterKey, string | null>>) => void;
  /** The commune distances are counted from; null where they are not known. */
  from: string | null;
}

/** Always in sight; all the others are folded until one asks for them, or the address does. */
const SHOWN: readonly FilterKey[] = ['q', 'metier', 'commune', 'rayon'];

const METIER: FilterChoice<FilterKey> = {
  key: 'metier',
  label: 'Métier',
  placeholder: 'Tous',
  clearLabel: 'Tous les métiers',
  nothingFound: 'Aucun métier de ce nom',
  items: METIER_ITEMS,
};

/** How far from one's own commune; no choice where its centre is not known. */
const distanceFrom = (place: string | null): FilterChoice<FilterKey> => ({
  key: 'rayon',
  label: place === null ? '' : `Autour ${ofPlace(place)}`,
  placeholder: 'Toutes',
  clearLabel: 'Toute distance',
  items: place === null ? [] : DISTANCE_ITEMS,
});

/** Narrows the list of vacancies; what is chosen is in the address. */
export function VacancyFilters({ values, change, from }: VacancyFiltersProps) {
  const [text, type] = useTypedFilter(values.q, (q) => change({ q }));
  const more = useId();
  const [open, setOpen] = useState(FILTER_KEYS.some((key) => !SHOWN.includes(key) && values[key] !== ''));
  const communes = useCommunes();
  return (
    <search className={classes.search} data-print="hidden">
      <div className={classes.filters}>
        <TextInput
          className={classes.query}
          label="Mots cherchés"
          type="search"
          placeholder="crèche, paie, espaces verts…"
          maxLength={120}
          leftSection={<IconSearch size={17} stroke={1.8} aria-hidden />}
          value={text}
          onChange={({ currentTarget }) => type(currentTarget.value)}
        />
        <FilterSelects choices={[METIER, communeChoice(communes), distanceFrom(from)]} values={values} onChange={change} />
        <Button
          variant="default"
          className={classes.moreButton}
          leftSection={<IconAdjustmentsHorizontal size={17} stroke={1.8} aria-hidden />}
          aria-expanded={open}
          aria-controls={more}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Moins de critères' : 'Plus de critères'}
        </Button>
      </div>
      {open && <MoreFilters id={more} values={values} change={change} />}
    </search>
  );
}
