import type { ClubCard } from '@beffroi/shared/features/clubs/clubs.contract';
import type { PersonCard } from '@beffroi/shared/features/directory/directory.contract';
import type { SearchHit } from '@beffroi/shared/features/search/search.contract';
import type { exchangeRights } from '../lib/exchange-rights.ts';
import { matchesWords } from '../lib/french-fold.ts';
import {
  ADMINISTERED_REPLACEMENTS_PATH,
  AVAILABILITY_PATH,
  askPath,
  BOOKMARKS_PATH,
  clubPath,
  hitPath,
  MISSIONS_PATH,
  MY_APPLICATIONS_PATH,
  NEW_NEED_PATH,
  NEW_VACANCY_PATH,
  OVERVIEW_PATH,
  POOL_PATH,
  personPath,
  REPLACEMENTS_PATH,
  STATEMENTS_PATH,
  searchPath,
  VACANCIES_PATH,
} from '../lib/paths.ts';

/** One line of the palette: choosing it leads to `to`. */
export interface PaletteAction {
  key: string;
  to: string;
  label: string;
  note?: string;
  kind: 'page' | 'club' | 'search' | 'thread' | 'person' | 'ask';
  club?: ClubCard | undefined;
  person?: PersonCard;
}
export interface PaletteGroup {
  title: string;
  actions: PaletteAction[];
}

/** What the palette knows when it draws its list. */
export interface PaletteFacts {
  query: string;
  clubs: readonly ClubCard[];
  hits: readonly SearchHit[];
  /** Hits on fewer words, for when none holds them all. */
  related: readonly SearchHit[];
  people: readonly PersonCard[];
  rights: { directory: boolean; search: boolean; replacements: boolean; exchanges: ReturnType<typeof exchangeRights> };
}

const CLUBS_SHOWN = 6;
const SUBJECTS_SHOWN = 5;

const page = (to: string, label: string): PaletteAction => ({ key: `page:${to}`, to, label, kind: 'page' });
const pages = ({ directory, replacements, exchanges }: PaletteFacts['rights']) => [
  page('/', 'Aujourd’hui'),
  page('/clubs', 'Tous les clubs'),
  ...(replacements ? [page(REPLACEMENTS_PATH, 'Remplacements')] : []),
  ...(exchanges.publishes ? [page(NEW_NEED_PATH, 'Publier un besoin de remplacement')] : []),
  ...(replacements ? [page(AVAILABILITY_PATH, 'Mes disponibilités'), page(MISSIONS_PATH, 'Mes remplacements')] : []),
  ...(exchanges.pool ? [page(POOL_PATH, 'Vivier des remplacements')] : []),
  ...(exchanges.publishes ? [page(STATEMENTS_PATH, 'Relevé des remplacements')] : []),
  ...(exchanges.overview ? [page(OVERVIEW_PATH, 'Tableau des bourses')] : []),
  ...(exchanges.administers ? [page(ADMINISTERED_REPLACEMENTS_PATH, 'Réglages des remplacements')] : []),
  ...(directory ? [page(VACANCIES_PATH, 'Emplois'), page(MY_APPLICATIONS_PATH, 'Mes candidatures')] : []),
  ...(directory && exchanges.publishes ? [page(NEW_VACANCY_PATH, 'Publier une offre d’emploi')] : []),
  ...(directory ? [page('/annuaire', 'Annuaire')] : []),
  page(BOOKMARKS_PATH, 'Mes signets'),
  page('/profil', 'Mon profil'),
];

const destinations = ({ query, clubs, rights }: PaletteFacts): PaletteAction[] => {
  const shown = query
    ? clubs.filter((club) => matchesWords(club.name, query))
    : clubs.filter((club) => !['none', 'requested'].includes(club.standing));
  return [
    ...shown
      .slice(0, CLUBS_SHOWN)
      .map((club): PaletteAction => ({ key: `club:${club.slug}`, to: clubPath(club.slug), label: club.name, kind: 'club', club })),
    ...pages(rights).filter((action) => !query || matchesWords(action.label, query)),
  ];
};

const NOTE: Record<SearchHit['kind'], string | null> = { thread: null, reply: 'Réponse', fiche: 'Fiche', template: 'Modèle' };

const hitAction = (hit: SearchHit, clubs: readonly ClubCard[]): PaletteAction => {
  const club = clubs.find(({ slug }) => slug === hit.clubSlug);
  return {
    key: `${hit.kind}:${hit.id}`,
    to: hitPath(hit),
    label: hit.title,
    note: [NOTE[hit.kind], club?.name].filter(Boolean).join(' · '),
    kind: 'thread',
    club,
  };
};

const personAction = (person: PersonCard): PaletteAction => ({
  key: `person:${person.id}`,
  to: personPath(person.id),
  label: person.name,
  note: person.communes.find(({ name }) => !person.name.endsWith(name))?.name ?? person.expertise[0] ?? '',
  kind: 'person',
  person,
});

/** A discussion shows once, by its best hit. */
const onePerThread = (hits: readonly SearchHit[]): SearchHit[] =>
  hits.filter((hit, index) => hits.findIndex(({ threadId }) => threadId === hit.threadId) === index);

/** The groups of the palette, in order, none empty; « Poser la question » always comes last. */
export const paletteGroups = (facts: PaletteFacts): PaletteGroup[] => {
  const { query, clubs, hits, related, people, rights } = facts;
  const subjects = (found: readonly SearchHit[]) =>
    onePerThread(found)
      .slice(0, SUBJECTS_SHOWN)
      .map((hit) => hitAction(hit, clubs));
  const mayAsk = clubs.some((club) => club.abilities['thread.create']);
  const search: PaletteAction[] =
    query && rights.search ? [{ key: 'search', to: searchPath(query), label: `Tous les résultats pour « ${query} »`, kind: 'search' }] : [];
  const ask: PaletteAction[] = mayAsk
    ? [
        {
          key: 'ask',
          to: askPath(query ? { title: query } : {}),
          label: query ? `Poser la question : « ${query} »` : 'Poser une question',
          kind: 'ask',
        },
      ]
    : [];
  return [
    { title: 'Aller à', actions: destinations(facts) },
    { title: 'Chercher', actions: search },
    { title: 'Sujets', actions: subjects(hits) },
    { title: 'Sujets proches', actions: hits.length > 0 ? [] : subjects(related) },
    { title: 'Personnes', actions: people.map(personAction) },
    { title: 'Demander', actions: ask },
  ].filter(({ actions }) => actions.length > 0);
};
