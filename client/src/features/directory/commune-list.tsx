import type { Commune } from '@beffroi/shared/features/directory/directory.contract';
import { number, plural } from '../../lib/french-text.ts';
import classes from './directory.module.css';

interface CommuneListProps {
  communes: readonly Commune[];
  selected: string;
  /** An empty slug shows them all again. */
  onSelect: (slug: string) => void;
}

/** Every commune with the people who use Beffroi there; choosing one filters the people. */
export const CommuneList = ({ communes, selected, onSelect }: CommuneListProps) => (
  <ul className={classes.communes}>
    {communes.map(({ slug, name, personCount }) => (
      <li key={slug}>
        <button
          type="button"
          className={classes.commune}
          aria-pressed={slug === selected}
          onClick={() => onSelect(slug === selected ? '' : slug)}
        >
          <span>{name}</span>
          <span className={classes.count} title={plural(personCount, 'personne', 'personnes')}>
            {number(personCount)}
          </span>
        </button>
      </li>
    ))}
  </ul>
);

/** What one wants to know of a commune before calling it. */
export const communeFacts = ({ kind, population, personCount }: Commune): string =>
  [
    kind === 'epci' ? 'Intercommunalité' : null,
    population ? plural(population, 'habitant', 'habitants') : null,
    plural(personCount, 'personne dans Beffroi', 'personnes dans Beffroi'),
  ]
    .filter(Boolean)
    .join(' · ');
