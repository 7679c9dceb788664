import { cadreOf } from '@beffroi/shared/core/public-service/grades';
import { Checkbox, TextInput } from '@mantine/core';
import { type FilterChoice, FilterSelects } from '../../ui/filter-selects.tsx';
import own from './more-filters.module.css';
import classes from './vacancies.module.css';
import { DAYS, type DayKey, type FilterKey, type FilterValues, TICKS, type TickKey } from './vacancy-address.ts';
import { CADRE_ITEMS, CATEGORIE_ITEMS, FILIERE_ITEMS, NATURE_ITEMS, TIME_ITEMS, WEEK_ITEMS } from './vacancy-words.ts';

interface MoreFiltersProps {
  id: string;
  values: FilterValues;
  change: (changes: Partial<Record<FilterKey, string | null>>) => void;
}

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
  { key: 'quotite-min', label: 'Quotité, au moins', placeholder: 'Toute', clearLabel: 'Sans quotité minimale', items: WEEK_ITEMS },
  { key: 'quotite-max', label: 'Quotité, au plus', placeholder: 'Toute', clearLabel: 'Sans quotité maximale', items: WEEK_ITEMS },
];

/** Two ends of a stretch of days, each held by the other. */
const PERIODS: readonly { from: DayKey; until: DayKey }[] = [
  { from: 'debut-des', until: 'debut-avant' },
  { from: 'cloture-des', until: 'cloture-avant' },
];

type PartProps = Omit<MoreFiltersProps, 'id'>;

function Day({ name, values, change, ...ends }: PartProps & { name: DayKey; min?: string; max?: string }) {
  return (
    <TextInput
      type="date"
      label={DAYS[name].label}
      value={values[name]}
      min={ends.min || undefined}
      max={ends.max || undefined}
      onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
    />
  );
}

function Ticks({ values, change }: PartProps) {
  return (
    <div className={own.ticks}>
      {(Object.keys(TICKS) as TickKey[]).map((key) => (
        <Checkbox
          key={key}
          label={TICKS[key].label}
          checked={values[key] === 'oui'}
          onChange={({ currentTarget }) => change({ [key]: currentTarget.checked ? 'oui' : null })}
        />
      ))}
    </div>
  );
}

/** What one asks for less often: the statute, the week, the days, the pay, what is joined. */
export function MoreFilters({ id, ...props }: MoreFiltersProps) {
  const { values, change } = props;
  return (
    <div id={id} className={own.more}>
      <div className={classes.filters}>
        <FilterSelects choices={[...STATUTE, gradesOf(values.cadre), ...TERMS]} values={values} onChange={change} />
        {PERIODS.flatMap(({ from, until }) => [
          <Day key={from} name={from} max={values[until]} {...props} />,
          <Day key={until} name={until} min={values[from]} {...props} />,
        ])}
      </div>
      <Ticks {...props} />
    </div>
  );
}
