import { cadreOf } from '@beffroi/shared/core/public-service/grades';
import { Button, Checkbox, TextInput } from '@mantine/core';
import IconAdjustmentsHorizontal from '@tabler/icons-react/dist/esm/icons/IconAdjustmentsHorizontal.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useId, useState } from 'react';
import { useCommunes } from '../../lib/communes.ts';
import { ofPlace } from '../../lib/french-of.ts';
import { useTypedFilter } from '../../lib/use-typed-filter.ts';
import { communeChoice, type FilterChoice, FilterSelects } from '../../ui/filter-selects.tsx';
import classes from './vacancies.module.css';
import {
  CADRE_ITEMS,
  CATEGORIE_ITEMS,
  DISTANCE_ITEMS,
  FILIERE_ITEMS,
  type FilterKey,
  type FilterValues,
  METIER_ITEMS,
  NATURE_ITEMS,
  TIME_ITEMS,
} from './vacancy-words.ts';

interface VacancyFiltersProps {
  values: FilterValues;
  change: (changes: Partial<Record<FilterKey, string | null>>) => void;
  /** The commune distances are counted from; null where they are not known. */
  from: string | null;
}

const MORE: FilterKey[] = ['categorie', 'filiere', 'cadre', 'grade', 'nature', 'temps', 'contractuels', 'teletravail'];

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

const STATUTE: FilterChoice<FilterKey>[] = [
  { key: 'categorie', label: 'Catégorie', placeholder: 'Toutes', clearLabel: 'Toutes les catégories', items: CATEGORIE_ITEMS },
  { key: 'filiere', label: 'Filière', placeholder: 'Toutes', clearLabel: 'Toutes les filières', items: FILIERE_ITEMS },
  {
    key: 'cadre',
    label: 'Cadre d’emplois',
    placeholder: 'Tous',
    clearLabel: 'Tous les cadres d’emplois',
    nothingFound: 'Aucun cadre d’emplois de ce nom',
    items: CADRE_ITEMS,
    clears: 'grade',
  },
];

/** Those of the cadre d’emplois chosen. */
const gradesOf = (cadre: string): FilterChoice<FilterKey> => ({
  key: 'grade',
  label: 'Grade',
  placeholder: 'Tous',
  clearLabel: 'Tous les grades',
  items: (cadreOf(cadre)?.grades ?? []).map((grade) => ({ slug: grade, name: grade })),
});

const TERMS: FilterChoice<FilterKey>[] = [
  { key: 'nature', label: 'Nature de l’emploi', placeholder: 'Toutes', clearLabel: 'Permanent ou non', items: NATURE_ITEMS },
  { key: 'temps', label: 'Temps de travail', placeholder: 'Tous', clearLabel: 'Temps complet ou non', items: TIME_ITEMS },
];

function MoreFilters({ id, values, change }: Omit<VacancyFiltersProps, 'from'> & { id: string }) {
  return (
    <div id={id} className={classes.filters}>
      <FilterSelects choices={[...STATUTE, gradesOf(values.cadre), ...TERMS]} values={values} onChange={change} />
      <Checkbox
        label="Ouvert aux contractuels"
        checked={values.contractuels === 'oui'}
        onChange={({ currentTarget }) => change({ contractuels: currentTarget.checked ? 'oui' : null })}
      />
      <Checkbox
        label="Télétravail possible"
        checked={values.teletravail === 'oui'}
        onChange={({ currentTarget }) => change({ teletravail: currentTarget.checked ? 'oui' : null })}
      />
    </div>
  );
}

/** Narrows the list of vacancies; what is chosen is in the address. */
export function VacancyFilters({ values, change, from }: VacancyFiltersProps) {
  const [text, type] = useTypedFilter(values.q, (q) => change({ q }));
  const more = useId();
  const [open, setOpen] = useState(MORE.some((key) => values[key] !== ''));
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
          {open ? 'Moins de filtres' : 'Plus de filtres'}
        </Button>
      </div>
      {open && <MoreFilters id={more} values={values} change={change} />}
    </search>
  );
}
