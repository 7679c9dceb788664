import { Select } from '@mantine/core';
import { matchesWords } from '../lib/french-fold.ts';

interface FilterSelectProps {
  label: string;
  /** What stands in the field while nothing is chosen: « Toutes ». */
  placeholder: string;
  /** Name of the button that clears the choice. */
  clearLabel: string;
  /** Said when nothing typed is found; without it one chooses without typing. */
  nothingFound?: string;
  items: readonly { slug: string; name: string }[];
  value: string;
  onChange: (slug: string | null) => void;
}

/** One thing among those a list can be narrowed to; typed words are found whatever their accents. */
export const FilterSelect = ({ label, placeholder, clearLabel, nothingFound, items, value, onChange }: FilterSelectProps) => (
  <Select
    label={label}
    placeholder={placeholder}
    data={items.map(({ slug, name }) => ({ value: slug, label: name }))}
    value={value || null}
    onChange={onChange}
    clearable
    searchable={nothingFound !== undefined}
    filter={({ options, search }) => options.filter((option) => 'label' in option && matchesWords(option.label, search))}
    nothingFoundMessage={nothingFound}
    clearButtonProps={{ 'aria-label': clearLabel }}
  />
);
