import type { PersonCard } from '@beffroi/shared/features/directory/directory.contract';
import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';

/** Somebody chosen, with the name she is shown by. */
export interface Picked {
  id: string;
  name: string;
}

interface PersonPickerProps {
  label: string;
  description?: string;
  value: Picked[];
  onChange: (value: Picked[]) => void;
  max: number;
  error?: string | undefined;
}

const SHOWN = 8;

/** Two people may bear one function: each is named with her commune. */
const pickedFrom = ({ id, name, communes }: PersonCard): Picked => {
  const [first] = communes;
  return { id, name: first && !name.endsWith(first.name) ? `${name}, ${first.name}` : name };
};

/** People of the directory, found by the first letters of their name, function or commune. */
export function PersonPicker({ label, description, value, onChange, max, error }: PersonPickerProps) {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 150);
  const options = api.directory.people.queryOptions({ input: { limit: SHOWN, ...(q && { q }) }, placeholderData: keepPreviousData });
  const { data, isFetching } = useQuery(options);
  const found = (data?.items ?? []).map(pickedFrom);
  const known = new Map([...value, ...found].map((person) => [person.id, person]));
  return (
    <MultiSelect
      label={label}
      description={description}
      placeholder={value.length === 0 ? 'Nom, fonction ou commune' : ''}
      data={[...known.values()].map(({ id, name }) => ({ value: id, label: name }))}
      value={value.map(({ id }) => id)}
      onChange={(ids) => onChange(ids.flatMap((id) => known.get(id) ?? []))}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // The server found them already, by more than their names.
      filter={({ options: all }) => all.filter((one) => 'value' in one && found.some(({ id }) => id === one.value))}
      nothingFoundMessage={isFetching ? 'Recherche…' : 'Personne de ce nom dans l’annuaire'}
      maxValues={max}
      hidePickedOptions
      error={error}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}
