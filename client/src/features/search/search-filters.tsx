import type { ClubCard } from '@beffroi/shared/features/clubs/clubs.contract';
import type { Commune } from '@beffroi/shared/features/directory/directory.contract';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { clubChoice, communeChoice, FilterSelects } from '../../ui/filter-selects.tsx';
import classes from './search.module.css';
import { activeFilters, HIT_NATURES, type SearchFilter, type SearchFilterValues } from './search-address.ts';

interface SearchFiltersProps {
  values: SearchFilterValues;
  onChange: (changes: Partial<Record<SearchFilter, string | null>>) => void;
  clubs: readonly ClubCard[];
  communes: readonly Commune[];
}

const NATURE = {
  key: 'nature' as const,
  label: 'Nature',
  placeholder: 'Tout',
  clearLabel: 'Tout',
  items: HIT_NATURES,
};

/** Nature, club, commune of the author, dates, resolved; each change is at once in the address. */
export const SearchFilters = ({ values, onChange, clubs, communes }: SearchFiltersProps) => {
  const any = activeFilters(values) > 0;
  return (
    <fieldset className={classes.filters}>
      <legend>Affiner</legend>
      <FilterSelects
        choices={[NATURE, clubChoice(clubs), communeChoice(communes, 'Commune de l’auteur')]}
        values={values}
        onChange={onChange}
      />
      <div className={classes.dates}>
        <TextInput
          label="Depuis le"
          type="date"
          value={values.depuis}
          max={values.jusqu || undefined}
          onChange={(event) => onChange({ depuis: event.currentTarget.value })}
        />
        <TextInput
          label="Jusqu’au"
          type="date"
          value={values.jusqu}
          min={values.depuis || undefined}
          onChange={(event) => onChange({ jusqu: event.currentTarget.value })}
        />
      </div>
      <Checkbox
        label="Questions résolues seulement"
        checked={values.resolu === 'oui'}
        onChange={(event) => onChange({ resolu: event.currentTarget.checked ? 'oui' : null })}
      />
      {any && (
        <Button
          variant="subtle"
          onClick={() => onChange({ nature: null, club: null, commune: null, depuis: null, jusqu: null, resolu: null })}
        >
          Retirer les filtres
        </Button>
      )}
    </fieldset>
  );
};
