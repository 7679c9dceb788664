import type { ClubCard } from '@beffroi/shared/features/clubs/clubs.contract';
import type { Commune } from '@beffroi/shared/features/directory/directory.contract';
import { TextInput } from '@mantine/core';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useTypedFilter } from '../../lib/use-typed-filter.ts';
import { clubChoice, communeChoice, FilterSelects } from '../../ui/filter-selects.tsx';
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
      <FilterSelects choices={[communeChoice(communes), clubChoice(clubs)]} values={values} onChange={onChange} />
    </search>
  );
};
