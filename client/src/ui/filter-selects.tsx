import { FilterSelect } from './filter-select.tsx';

/** Something a list can be narrowed by: what its field says, and what there is to choose. */
export interface FilterChoice<Key extends string> {
  key: Key;
  label: string;
  placeholder: string;
  clearLabel: string;
  nothingFound?: string;
  items: readonly { slug: string; name: string }[];
  /** What a choice here makes meaningless. */
  clears?: Key;
}

interface FilterSelectsProps<Key extends string> {
  choices: readonly FilterChoice<Key>[];
  values: Record<Key, string>;
  onChange: (changes: Partial<Record<Key, string | null>>) => void;
}

/** The fields of several filters, one after the other; one that has nothing to offer is not shown. */
export function FilterSelects<Key extends string>({ choices, values, onChange }: FilterSelectsProps<Key>) {
  return choices
    .filter(({ items }) => items.length > 0)
    .map(({ key, clears, ...field }) => (
      <FilterSelect
        key={key}
        {...field}
        value={values[key]}
        onChange={(slug) => onChange({ [key]: slug, ...(clears && { [clears]: null }) } as Partial<Record<Key, string | null>>)}
      />
    ));
}

type Named = readonly { slug: string; name: string }[];

/** One of the communes. */
export const communeChoice = (items: Named, label = 'Commune') => ({
  key: 'commune' as const,
  label,
  placeholder: 'Toutes',
  clearLabel: 'Toutes les communes',
  nothingFound: 'Aucune commune de ce nom',
  items,
});

/** One of the clubs. */
export const clubChoice = (items: Named) => ({
  key: 'club' as const,
  label: 'Club',
  placeholder: 'Tous',
  clearLabel: 'Tous les clubs',
  items,
});
