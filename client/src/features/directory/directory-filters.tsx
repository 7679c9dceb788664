import type { ClubCard } from '@beffroi/shared/features/clubs/clubs.contract';
import type { Commune } from '@beffroi/shared/features/directory/directory.contract';
import { TextInput } from '@mantine/core';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useTypedFilter } from '../../lib/use-typed-filter.ts';
import { FilterSelect } from '../../ui/filter-select.tsx';
import classes from './directory.module.css';

export type DirectoryFilter = 'q' | 'commune' | 'club';

interface DirectoryFiltersProps {
  values: Record<DirectoryFilter, string>;
  onChange: (changes: Partial<Record<DirectoryFilter, string | null>>) => void;
  communes: readonly Commune[];
  clubs: readonly ClubCard[];
}

export const DirectoryFilters = ({ values, onChange, communes, clubs }: DirectoryFiltersProps) => {
  const [text, type] = useTypedFilter(values.q, (q) => onChange({ q }));
  return (
    <search className={classes.filters}>
      <TextInput
        label="Nom, fonction ou sujet"
        type="search"
        placeholder="urbanisme, paie, révision de prix…"
        maxLength={120}
        leftSection={<IconSearch size={17} stroke={1.8} aria-hidden />}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
      />
      {communes.length > 0 && (
        <FilterSelect
          label="Commune"
          placeholder="Toutes"
          clearLabel="Toutes les communes"
          nothingFound="Aucune commune de ce nom"
          items={communes}
          value={values.commune}
          onChange={(commune) => onChange({ commune })}
        />
      )}
      <FilterSelect
        label="Club"
        placeholder="Tous"
        clearLabel="Tous les clubs"
        items={clubs}
        value={values.club}
        onChange={(club) => onChange({ club })}
      />
    </search>
  );
};
