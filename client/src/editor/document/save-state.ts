import { plural } from '../../lib/french-text.ts';
import type { LiveFacts } from './live-facts.ts';

export type SaveKind = 'opening' | 'saved' | 'saving' | 'offline' | 'blocked' | 'closed' | 'reading';

export interface SaveState {
  kind: SaveKind;
  /** What is said beside the title. */
  words: string;
  /** What happened and what to do, where one line does not say it. */
  explanation: string | null;
  /** Loading the page anew is what helps. */
  reload: boolean;
  /** There is a text to show. */
  loaded: boolean;
  /** It holds words that will not be sent from here: they are offered for copying. */
  stranded: boolean;
}

/** So many attempts without a single connection, while the rest of the site answers live, and WebSocket is taken to be blocked. */
export const BLOCKED_AFTER = 3;

export interface Circumstances {
  facts: LiveFacts;
  /** The person's level lets her write. */
  mayWrite: boolean;
  /** Why she may not, in a few words; « lecture seule » alone says nothing. */
  readingBecause?: string | undefined;
  /** The rest of the site is live. */
  siteIsLive: boolean;
}

const BLOCKED_EXPLAINED =
  'Le réseau de votre mairie bloque l’écriture en direct. Le document reste lisible et à jour ; pour y écrire, demandez à votre service informatique d’autoriser WebSocket vers ce site, ou changez de réseau.';

const UNSENT_EXPLAINED =
  'Vous ne pouvez plus écrire dans ce document : vos dernières modifications n’ont pas été envoyées, vos collègues ne les voient pas.';

const kept = (unsent: number): string =>
  unsent === 0 ? 'ce que vous écrivez est gardé ici' : `${plural(unsent, 'modification gardée', 'modifications gardées')} ici`;

/** How the document stands, in words: whoever writes must never wonder whether it is kept. */
export const saveStateOf = ({ facts, mayWrite, readingBecause, siteIsLive }: Circumstances): SaveState => {
  const { closing, synced, unsent, failures, opened, loaded } = facts;
  const state = (kind: SaveKind, words: string, explanation: string | null = null, reload = false): SaveState => ({
    kind,
    words,
    explanation,
    reload,
    loaded,
    stranded: unsent > 0 && (kind === 'closed' || kind === 'blocked' || kind === 'reading'),
  });
  const waiting =
    unsent > 0
      ? ` Ce que vous aviez écrit (${plural(unsent, 'modification', 'modifications')}) reste gardé sur cet appareil\u00a0; vous pouvez copier le texte entier, vos modifications comprises.`
      : '';
  if (closing)
    return state('closed', 'Lecture seule\u00a0: la connexion est fermée', closing.sentence + waiting, closing.remedy === 'reload');
  if (!opened && siteIsLive && failures >= BLOCKED_AFTER)
    return state('blocked', 'Lecture seule : écriture en direct bloquée', BLOCKED_EXPLAINED + waiting);
  if (!opened && failures === 0 && !loaded) return state('opening', 'Ouverture…');
  if (!mayWrite && unsent > 0)
    return state(
      'reading',
      `Lecture seule\u00a0: ${plural(unsent, 'modification non envoyée', 'modifications non envoyées')}`,
      UNSENT_EXPLAINED + waiting,
    );
  if (!mayWrite) return state('reading', synced || failures === 0 ? (readingBecause ?? 'Lecture seule') : 'Hors connexion, lecture seule');
  if (!synced && failures === 0 && !opened) return state('opening', 'Connexion…');
  if (!synced) return state('offline', `Hors connexion, ${kept(unsent)}`);
  return unsent > 0 ? state('saving', 'Enregistrement…') : state('saved', 'Enregistré');
};

/** Whether the text takes what is typed: offline it does, and what is typed is kept. */
export const takesWriting = ({ kind }: SaveState): boolean => kind === 'saved' || kind === 'saving' || kind === 'offline';
