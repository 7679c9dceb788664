/** Why a live document's socket was closed by the server: RFC 6455 leaves 4000 to 4999 to applications. */
export const CLOSE_CODES = {
  malformed: 4400,
  'session-ended': 4401,
  withdrawn: 4403,
  'not-found': 4404,
  'schema-too-old': 4409,
  'level-changed': 4410,
  'too-big': 4413,
  'too-fast': 4429,
} as const;
export type CloseReason = keyof typeof CLOSE_CODES;

/** What the reader is told; `level-changed` reconnects by itself at the new level. */
export const CLOSE_SENTENCES: Record<CloseReason, string> = {
  malformed: 'Une modification n’a pas pu être lue. Rechargez la page : ce que vous avez écrit est gardé sur cet appareil.',
  'session-ended': 'Votre session est terminée. Reconnectez-vous : ce que vous avez écrit est gardé sur cet appareil.',
  withdrawn: 'Vous n’avez plus accès à ce document.',
  'not-found': 'Ce document n’existe pas ou n’est plus accessible.',
  'schema-too-old': 'Beffroi a été mis à jour. Rechargez la page avant de continuer à écrire.',
  'level-changed': 'Vos droits sur ce document ont changé.',
  'too-big': 'Ce document est devenu trop grand pour recevoir cette modification.',
  'too-fast': 'Trop de modifications à la fois. La connexion reprendra dans un instant.',
};
