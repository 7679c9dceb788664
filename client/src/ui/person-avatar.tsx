import { initials } from '../lib/french-text.ts';
import classes from './person.module.css';

/** Whoever is shown with her initials: a person as the API gives her. */
export interface ShownPerson {
  id: string;
  name: string;
  commune: { name: string } | null;
}

/** White reads at 4.5:1 or more on each. */
export const AVATAR_COLOURS = [
  '#7b4a36',
  '#365fb8',
  '#a33d6b',
  '#2f7665',
  '#8a6218',
  '#7a4fa3',
  '#a4552a',
  '#3f6b8a',
  '#5d6b2c',
  '#96404a',
] as const;

/** Always the same colour for the same person. */
export const colourOf = (id: string): string => {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return AVATAR_COLOURS[hash % AVATAR_COLOURS.length] as string;
};

interface PersonAvatarProps {
  person: ShownPerson;
  /** Diameter in pixels. */
  size?: number;
}

/** Initials of the commune, else of the person. Her name stands beside or in a label, so this one is silent. */
export const PersonAvatar = ({ person, size = 28 }: PersonAvatarProps) => (
  <span
    className={classes.avatar}
    style={{ background: colourOf(person.id), width: size, height: size, fontSize: Math.round(size * 0.39) }}
    aria-hidden="true"
  >
    {initials(person.commune?.name ?? person.name)}
  </span>
);

/** « Responsable urbanisme, Anzin »: a name that names the commune already does not say it twice. */
export const personLabel = (person: ShownPerson): string =>
  person.commune && !person.name.endsWith(person.commune.name) ? `${person.name}, ${person.commune.name}` : person.name;

export const PersonName = ({ person }: { person: ShownPerson }) => <span className={classes.name}>{personLabel(person)}</span>;
