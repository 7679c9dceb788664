import { addDays, mondayOf, parisDate, weekdayOf } from '@beffroi/shared/core/half-days';
import { metierOf } from '@beffroi/shared/core/public-service/metiers';
import type { Counts } from '@beffroi/shared/features/replacements/replacements.schemas';
import { useCommunes } from '../../lib/communes.ts';
import { number } from '../../lib/french-text.ts';
import { useMe } from '../../lib/me.ts';
import { useAddressFilters } from '../../lib/use-address-filters.ts';
import classes from './board-filters.module.css';
import { OTHER_METIERS, QUICK_METIERS } from './metier-words.ts';
import { STATE_SLUG, stateOfSlug } from './need-words.ts';
import type { BoardFilters } from './replacements.api.ts';

const FRIDAY = 5;
const DISTANCES = [10, 20, 30];
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What the address asks of the board. */
export const useBoardFilters = () => {
  const [values, change] = useAddressFilters(['semaine', 'metier', 'commune', 'moins', 'etat', 'besoin']);
  const today = parisDate(new Date());
  // On a weekend, it is the coming week that is to be filled.
  const weekend = weekdayOf(today) > FRIDAY;
  const current = mondayOf(weekend ? addDays(today, 2) : today);
  const asked = DATE.test(values.semaine) && !Number.isNaN(Date.parse(values.semaine)) ? mondayOf(values.semaine) : current;
  const filters: BoardFilters = {
    monday: asked,
    metier: metierOf(values.metier)?.slug,
    commune: values.commune || undefined,
    within: DISTANCES.includes(Number(values.moins)) ? Number(values.moins) : undefined,
    state: stateOfSlug(values.etat),
  };
  return { filters, change, current, weekend, chosen: values.besoin || null };
};

type Change = ReturnType<typeof useBoardFilters>['change'];
interface FiltersProps {
  filters: BoardFilters;
  change: Change;
}

/** Narrows the board by commune, métier and distance. */
export function FilterChips({ filters, change }: FiltersProps) {
  const communes = useCommunes();
  const own = useMe().communes[0];
  const { metier, commune, within } = filters;
  // Distances are counted from one's own commune: without its centre there is none to choose.
  const isPlaced = Boolean(own && communes.find(({ slug }) => slug === own.slug)?.centre);
  return (
    <div className={classes.scroll} data-print="hidden">
      <fieldset className={classes.chips} aria-label="Filtrer les besoins">
        {own && (
          <button
            type="button"
            aria-pressed={commune === own.slug}
            onClick={() => change({ commune: commune === own.slug ? null : own.slug })}
          >
            {own.name}
          </button>
        )}
        <label data-on={(commune && commune !== own?.slug) || undefined}>
          <span>Commune</span>
          <select value={commune ?? ''} onChange={({ currentTarget }) => change({ commune: currentTarget.value })}>
            <option value="">Toutes les communes</option>
            {communes.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {QUICK_METIERS.map(({ slug, short }) => (
          <button key={slug} type="button" aria-pressed={metier === slug} onClick={() => change({ metier: metier === slug ? null : slug })}>
            {short}
          </button>
        ))}
        <label data-on={OTHER_METIERS.some(({ slug }) => slug === metier) || undefined}>
          <span>Autre métier</span>
          <select
            value={OTHER_METIERS.some(({ slug }) => slug === metier) ? metier : ''}
            onChange={({ currentTarget }) => change({ metier: currentTarget.value })}
          >
            <option value="">Autre métier</option>
            {OTHER_METIERS.map(({ slug, label }) => (
              <option key={slug} value={slug}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {(isPlaced || within) && (
          <label data-on={within ? true : undefined}>
            <span>Distance</span>
            <select value={within ?? ''} onChange={({ currentTarget }) => change({ moins: currentTarget.value })}>
              <option value="">Toute distance</option>
              {DISTANCES.map((distance) => (
                <option key={distance} value={distance}>
                  Moins de {distance} km
                </option>
              ))}
            </select>
          </label>
        )}
      </fieldset>
    </div>
  );
}

const COUNTS = [
  { state: 'missing', one: 'demi-journée à pourvoir', many: 'demi-journées à pourvoir' },
  { state: 'offered', one: 'en attente de réservation', many: 'en attente de réservation' },
  { state: 'filled', one: 'pourvue', many: 'pourvues' },
] as const;

/** How the week stands; pressing a figure shows only what it counts. */
export function WeekCounts({ counts, filters, change }: FiltersProps & { counts: Counts | undefined }) {
  return (
    <fieldset className={classes.counts} aria-label="Filtrer par état">
      {COUNTS.map(({ state, one, many }) => {
        const count = counts?.[state];
        const on = filters.state === state;
        return (
          <button
            key={state}
            type="button"
            data-state={state}
            aria-pressed={on}
            onClick={() => change({ etat: on ? null : STATE_SLUG[state] })}
          >
            <b>{count === undefined ? '–' : number(count)}</b> {(count ?? 0) < 2 ? one : many}
          </button>
        );
      })}
    </fieldset>
  );
}
