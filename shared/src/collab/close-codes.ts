/** Why the server closes the socket of a live document; the range above 4000 belongs to applications. */
export const COLLAB_CLOSE = {
  sessionEnded: 4401,
  withdrawn: 4403,
  notFound: 4404,
  schemaTooOld: 4409,
  levelChanged: 4410,
  tooBig: 4413,
  malformed: 4400,
  tooMany: 4429,
} as const;

export type CollabCloseCode = (typeof COLLAB_CLOSE)[keyof typeof COLLAB_CLOSE];

/** What the client does about it: ask again by itself, load the page anew, or stop. */
type Remedy = 'reconnect' | 'reload' | 'stop';

export interface Closing {
  remedy: Remedy;
  sentence: string;
}

const CLOSINGS: Record<CollabCloseCode, Closing> = {
  4400: {
    remedy: 'reload',
    sentence: 'Le serveur n’a pas compris une modification. Rechargez la page\u00a0: ce qui était enregistré l’est toujours.',
  },
  4401: {
    remedy: 'stop',
    sentence: 'Votre session est terminée. Connectez-vous de nouveau\u00a0: vos modifications sont gardées sur cet appareil.',
  },
  4403: { remedy: 'stop', sentence: 'Vous n’avez plus le droit d’écrire dans ce document.' },
  4404: { remedy: 'stop', sentence: 'Ce document n’existe pas, ou vous n’y avez pas accès.' },
  4409: { remedy: 'reload', sentence: 'Une nouvelle version de l’éditeur est en service. Rechargez la page pour continuer à écrire.' },
  4410: { remedy: 'reconnect', sentence: 'Vos droits sur ce document ont changé.' },
  4413: {
    remedy: 'stop',
    sentence: 'Le document, ou ce que vous y avez mis, est trop volumineux. Retirez des images ou coupez-le en deux.',
  },
  4429: { remedy: 'stop', sentence: 'Trop de modifications ou d’onglets à la fois. Patientez un instant, puis rechargez la page.' },
};

/** WebSocket's own code for a message beyond what the server reads at all: the same to a person. */
const MESSAGE_TOO_BIG = 1009;

/** What to say and do when a live document's socket was closed with this code; null for a mere loss of connection: try again. */
export const closingOf = (code: number): Closing | null =>
  CLOSINGS[(code === MESSAGE_TOO_BIG ? COLLAB_CLOSE.tooBig : code) as CollabCloseCode] ?? null;

/** Whether to connect again by itself after this code: y-websocket's `shouldReconnect: ({ code }) => reconnectsAfter(code)`. */
export const reconnectsAfter = (code: number): boolean => {
  const closing = closingOf(code);
  return closing === null || closing.remedy === 'reconnect';
};
