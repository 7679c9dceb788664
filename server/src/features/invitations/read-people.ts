import type { ClubRole, CommuneRole } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { CSV_LINES_MAX, type GrantInput } from '@beffroi/shared/features/invitations/invitations.contract';
import { fold } from '../../platform/fold.ts';
import { allCommunes } from '../directory/territory.queries.ts';
import { parseCsv } from './csv.ts';

/** The columns of a file of people, by what their heading may be called. */
const COLUMNS = {
  email: ['adresse', 'adresse electronique', 'courriel', 'email', 'e-mail', 'mail'],
  name: ['nom', 'nom affiche'],
  function: ['fonction', 'poste'],
  commune: ['commune'],
  role: ['role'],
  clubs: ['clubs', 'club'],
} as const;
type Column = keyof typeof COLUMNS;

const COMMUNE_ROLE: Record<string, CommuneRole> = {
  agent: 'agent',
  rh: 'hr',
  'ressources humaines': 'hr',
  drh: 'hr',
  referent: 'referent',
  referente: 'referent',
};
const CLUB_ROLE: Record<string, ClubRole> = { membre: 'member', invite: 'guest', invitee: 'guest', pilote: 'pilot' };

/** One line as the file gives it, and what it asks for. */
export interface ReadLine {
  line: number;
  email: string;
  name: string;
  function: string;
  grants: GrantInput[];
  /** What cannot be understood, in a sentence. */
  wrong: string | null;
}

const unreadable = (message: string): AppError => new AppError('invalid-input', { errors: [{ path: 'csv', message }] });

const columnsOf = (head: string[]): Map<Column, number> => {
  const names = head.map((name) => fold(name));
  const columns = new Map<Column, number>();
  for (const [column, called] of Object.entries(COLUMNS) as [Column, readonly string[]][]) {
    const at = names.findIndex((name) => called.includes(name));
    if (at >= 0) columns.set(column, at);
  }
  if (!columns.has('email') || !columns.has('name'))
    throw unreadable('La première ligne doit nommer les colonnes\u00a0: adresse, nom, fonction, commune, rôle, clubs.');
  return columns;
};

/** A commune or a club, as a file may name it. */
interface Named {
  slug: string;
  name: string;
}

interface Places {
  /** Whose agents those without a commune are. */
  commune: string | undefined;
  /** Those its sender may know of: any other reads as one that is not there. */
  clubs: readonly Named[];
}

const named = (wanted: string, items: readonly Named[]): string | null =>
  items.find(({ slug, name }) => fold(name) === fold(wanted) || slug === fold(wanted))?.slug ?? null;

const communeGrant = (name: string, role: string, fallback: string | undefined): GrantInput | string | null => {
  const slug = name ? named(name, allCommunes()) : fallback;
  if (name && !slug) return `La commune «\u00a0${name}\u00a0» n’est pas du territoire.`;
  if (!slug) return null;
  const known = role === '' || role in CLUB_ROLE ? 'agent' : COMMUNE_ROLE[role];
  return known ? { scope: 'commune', slug, role: known } : `Le rôle «\u00a0${role}\u00a0» n’est pas connu\u00a0: agent, RH ou référent.`;
};

const clubGrants = (names: string, role: string, clubs: readonly Named[]): (GrantInput | string)[] =>
  names
    .split(/[,;|]/)
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => {
      const slug = named(name, clubs);
      return slug ? { scope: 'club' as const, slug, role: CLUB_ROLE[role] ?? 'member' } : `Le club «\u00a0${name}\u00a0» n’est pas connu.`;
    });

const readRow = (line: number, cell: (column: Column) => string, { commune, clubs }: Places): ReadLine => {
  const role = fold(cell('role'));
  // Somebody from outside is invited to clubs alone.
  const outside = !cell('commune') && role in CLUB_ROLE;
  const asked = [outside ? null : communeGrant(cell('commune'), role, commune), ...clubGrants(cell('clubs'), role, clubs)];
  const wrong = asked.find((grant) => typeof grant === 'string') ?? null;
  const grants = asked.filter((grant): grant is GrantInput => typeof grant === 'object' && grant !== null);
  const nothing = grants.length === 0 && !wrong ? 'Indiquez une commune ou un club.' : null;
  return {
    line,
    email: cell('email').toLowerCase(),
    name: cell('name'),
    function: cell('function') || cell('name'),
    grants,
    wrong: wrong ?? nothing,
  };
};

/**
 * The people a file names, line by line; empty lines aside.
 * @throws AppError `invalid-input`: no heading, no line, or too many
 */
export const readPeople = (csv: string, places: Places): ReadLine[] => {
  const [head, ...rows] = parseCsv(csv);
  if (!head) throw unreadable('Ce fichier est vide.');
  const columns = columnsOf(head);
  const numbered = rows.map((row, index) => ({ row, line: index + 2 })).filter(({ row }) => row.some(Boolean));
  if (numbered.length === 0) throw unreadable('Ce fichier ne nomme personne.');
  if (numbered.length > CSV_LINES_MAX) throw unreadable(`${CSV_LINES_MAX} lignes au plus\u00a0: partagez ce fichier en plusieurs.`);
  return numbered.map(({ row, line }) => readRow(line, (column) => row[columns.get(column) ?? -1] ?? '', places));
};
