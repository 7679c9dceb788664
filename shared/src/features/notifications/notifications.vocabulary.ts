/** What one can be told of. */
export const NOTIFICATION_KINDS = [
  'reply',
  'mention',
  'thread',
  'answer-accepted',
  'invited-to-answer',
  'accept-reminder',
  'report',
  'moderation',
  'join-request',
  'join-decision',
  'announcement',
  'fiche',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** What somebody did, after her name: « Responsable urbanisme, Anzin a répondu ». */
const DID: Record<NotificationKind, string> = {
  reply: 'a répondu',
  mention: 'vous mentionne',
  thread: 'ouvre un sujet',
  'answer-accepted': 'a retenu votre réponse',
  'invited-to-answer': 'vous invite à répondre',
  'accept-reminder': 'attend de savoir quelle réponse vous a aidé',
  report: 'signale un message',
  moderation: 'a modéré un message qui vous concerne',
  'join-request': 'demande à rejoindre le club',
  'join-decision': 'a répondu à votre demande d’adhésion',
  announcement: 'publie une annonce',
  fiche: 'a ajouté une fiche',
};

/** The same where nobody in particular did it. */
const HAPPENED: Partial<Record<NotificationKind, string>> = {
  'accept-reminder': 'Votre question a reçu des réponses\u00a0: l’une d’elles la résout-elle\u00a0?',
  moderation: 'L’animation du club a modéré un message qui vous concerne',
};

/** What happened, in a sentence without its end: the name of who did it, if anybody, and what. */
export const notificationSentence = (kind: NotificationKind, by: string | null): { who: string | null; did: string } =>
  by || !HAPPENED[kind] ? { who: by ?? 'Beffroi', did: DID[kind] } : { who: null, did: HAPPENED[kind] };
