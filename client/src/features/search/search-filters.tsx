import type { ClubCard } from '@beffroi/shared/features/clubs/clubs.contract';
import type { Commune } from '@beffroi/shared/features/directory/directory.contract';
import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { matchesWords } from '../../lib/fold.ts';
import classes from './search.module.css';
import { activeFilters, type SearchFilter, type SearchFilterValues } from './search-address.ts';

interface SearchFiltersProps {
  values: SearchFilterValues;
  onChange: (changes: Partial<Record<SearchFilter, string | null>>) => void;
  clubs: readonly ClubCard[];
  communes: readonly Commune[];
}

const options = (items: readonly { slug: string; name: string }[]) => items.map(({ slug, name }) => ({ value: slug, label: name }));

/** Club, commune of the author, dates, resolved; each change is at once in the address. */
export const SearchFilters = ({ values, onChange, clubs, communes }: SearchFiltersProps) => {
  const any = activeFilters(values) > 0;
  return (
    <fieldset className={classes.filters}>
      <legend>Affiner</legend>
      <Select
        label="Club"
        placeholder="Tous"
        data={options(clubs)}
        value={values.club || null}
        onChange={(club) => onChange({ club })}
        clearable
        clearButtonProps={{ 'aria-label': 'Tous les clubs' }}
      />
      {communes.length > 0 && (
        <Select
          label="Commune de l’auteur"
          placeholder="Toutes"
          data={options(communes)}
          value={values.commune || null}
          onChange={(commune) => onChange({ commune })}
          clearable
          searchable
          filter={({ options: all, search }) => all.filter((option) => 'label' in option && matchesWords(option.label, search))}
          nothingFoundMessage="Aucune commune de ce nom"
          clearButtonProps={{ 'aria-label': 'Toutes les communes' }}
        />
      )}
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
        <Button variant="subtle" onClick={() => onChange({ club: null, commune: null, depuis: null, jusqu: null, resolu: null })}>
          Retirer les filtres
        </Button>
      )}
    </fieldset>
  );
};
