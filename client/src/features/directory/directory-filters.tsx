import type { ClubCard } from '@beffroi/shared/features/clubs/clubs.contract';
import type { Commune } from '@beffroi/shared/features/directory/directory.contract';
import { Select, TextInput } from '@mantine/core';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { matchesWords } from '../../lib/fold.ts';
import { useTypedFilter } from '../../lib/use-typed-filter.ts';
import classes from './directory.module.css';

export type DirectoryFilter = 'q' | 'commune' | 'club';

interface DirectoryFiltersProps {
  values: Record<DirectoryFilter, string>;
  onChange: (changes: Partial<Record<DirectoryFilter, string | null>>) => void;
  communes: readonly Commune[];
  clubs: readonly ClubCard[];
}

const options = (items: readonly { slug: string; name: string }[]) => items.map(({ slug, name }) => ({ value: slug, label: name }));

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
        <Select
          label="Commune"
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
      <Select
        label="Club"
        placeholder="Tous"
        data={options(clubs)}
        value={values.club || null}
        onChange={(club) => onChange({ club })}
        clearable
        clearButtonProps={{ 'aria-label': 'Tous les clubs' }}
      />
    </search>
  );
};
