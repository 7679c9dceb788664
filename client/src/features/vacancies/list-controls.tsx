import {
  VACANCY_STATE_LABEL,
  VACANCY_STATES,
  type VacancySort,
  type VacancyState,
} from '@beffroi/shared/features/vacancies/vacancies.vocabulary';
import { SegmentedControl } from '@mantine/core';
import classes from './vacancies.module.css';

/** States as the address writes them. */
const STATE_WORDS: Record<VacancyState, string> = {
  published: 'en-cours',
  draft: 'brouillons',
  filled: 'pourvues',
  withdrawn: 'retirees',
  archived: 'archivees',
};
const SHOWN: VacancyState[] = ['published', 'draft', 'filled', 'withdrawn', 'archived'];
const PLURAL: Record<VacancyState, string> = {
  ...VACANCY_STATE_LABEL,
  draft: 'Brouillons',
  filled: 'Pourvues',
  withdrawn: 'Retirées',
  archived: 'Archivées',
};
const BY_DEADLINE = 'cloture';
const SORTS: { value: VacancySort; label: string }[] = [
  { value: 'newest', label: 'Les plus récentes' },
  { value: 'deadline', label: 'Clôture la plus proche' },
];

export const stateOf = (word: string): VacancyState => VACANCY_STATES.find((state) => STATE_WORDS[state] === word) ?? 'published';

/** The order the address asks for; only what is open closes soon. */
export const sortOf = (word: string, state: VacancyState): VacancySort =>
  word === BY_DEADLINE && state === 'published' ? 'deadline' : 'newest';

interface ListControlsProps {
  /** Null where one chooses no state: who publishes nothing sees what is open. */
  state: VacancyState | null;
  /** Null where there is one order only. */
  sort: VacancySort | null;
  change: (changes: { etat?: string | null; tri?: string | null }) => void;
}

/** Which offers a list shows, and in which order. */
export function ListControls({ state, sort, change }: ListControlsProps) {
  return (
    <div className={classes.controls} data-print="hidden">
      {state && (
        <SegmentedControl
          className={classes.states}
          aria-label="État des offres"
          data={SHOWN.map((one) => ({ value: one, label: PLURAL[one] }))}
          value={state}
          onChange={(next) => change({ etat: next === 'published' ? null : STATE_WORDS[next] })}
        />
      )}
      {sort && (
        <SegmentedControl
          className={classes.states}
          aria-label="Ordre des offres"
          data={SORTS}
          value={sort}
          onChange={(next) => change({ tri: next === 'deadline' ? BY_DEADLINE : null })}
        />
      )}
    </div>
  );
}
