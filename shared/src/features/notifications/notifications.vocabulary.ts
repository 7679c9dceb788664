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
  'membership',
  'invitation',
  'document-comment',
  'suggestion',
  'suggestion-decision',
  'replacement-wanted',
  'replacement-offer',
  'replacement-booked',
  'replacement-changed',
  'replacement-cancelled',
  'replacement-lent',
  'replacement-at-risk',
  'replacement-barred',
  'substitute-agreement',
  'vacancy-alert',
  'vacancy-still-open',
  'application-received',
  'application-interview',
  'application-decision',
  'application-withdrawn',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Things told of that belong to no club. */
export const ABOUT_KINDS = ['replacement', 'substitute', 'vacancy', 'application', 'invitation'] as const;
export type AboutKind = (typeof ABOUT_KINDS)[number];

/** What is told of the exchanges between communes. */
export const EXCHANGE_KINDS: readonly NotificationKind[] = NOTIFICATION_KINDS.filter((kind) =>
  ABOUT_KINDS.some((about) => kind.startsWith(`${about}-`)),
);

/** What cannot wait: mail and telephone at once, however many went out today. */
export const URGENT_KINDS: ReadonlySet<NotificationKind> = new Set([
  'replacement-wanted',
  'replacement-booked',
  'replacement-changed',
  'replacement-cancelled',
  'replacement-at-risk',
  'replacement-barred',
]);

/** What somebody did, after her name: « Responsable urbanisme, Anzin a répondu ». */
const DID: Record<NotificationKind, string> = {
  reply: 'a répondu',
  mention: 'vous mentionne',
  thread: 'ouvre un sujet',
  'answer-accepted': 'a retenu votre réponse',
  'invited-to-answer': 'vous invite à répondre',
  'accept-reminder': 'attend de savoir quelle réponse vous a aidé',
  report: 'signale un texte',
  moderation: 'a modéré un texte qui vous concerne',
  'join-request': 'demande à rejoindre le club',
  'join-decision': 'a répondu à votre demande d’adhésion',
  announcement: 'publie une annonce',
  fiche: 'a ajouté une fiche',
  membership: 'a changé votre place dans un club',
  invitation: 'vous invite',
  'document-comment': 'commente un modèle',
  suggestion: 'propose une modification dans un modèle',
  'suggestion-decision': 'a répondu à vos suggestions',
  'replacement-wanted': 'cherche quelqu’un et pense à vous',
  'replacement-offer': 'peut venir',
  'replacement-booked': 'vous réserve',
  'replacement-changed': 'a modifié un remplacement pour lequel vous êtes réservée',
  'replacement-cancelled': 'a annulé une réservation qui vous concerne',
  'replacement-lent': 'réserve un de vos agents',
  'replacement-at-risk': 'signale un besoin toujours sans personne',
  'replacement-barred': 'n’a plus accès à Beffroi et reste pourtant réservée chez vous',
  'substitute-agreement': 'a répondu à votre déclaration de remplaçant',
  'vacancy-alert': 'publie une offre qui répond à votre recherche',
  'vacancy-still-open': 'demande si votre offre est toujours ouverte',
  'application-received': 'a présenté sa candidature',
  'application-interview': 'vous propose un entretien',
  'application-decision': 'a répondu à votre candidature',
  'application-withdrawn': 'a retiré sa candidature',
};

/** The same where nobody in particular did it. */
const HAPPENED: Partial<Record<NotificationKind, string>> = {
  'accept-reminder': 'Votre question a reçu des réponses\u00a0: l’une d’elles la résout-elle\u00a0?',
  moderation: 'L’animation du club a modéré un texte qui vous concerne',
  'replacement-wanted': 'Un remplacement vous est proposé',
  'replacement-at-risk': 'Personne n’est encore réservé et le travail commence bientôt',
  'vacancy-alert': 'Du nouveau pour vos recherches d’emploi',
  'vacancy-still-open': 'La date limite approche\u00a0: cette offre est-elle toujours ouverte\u00a0?',
};

/** What happened, in a sentence without its end: the name of who did it, if anybody, and what. */
export const notificationSentence = (kind: NotificationKind, by: string | null): { who: string | null; did: string } =>
  by || !HAPPENED[kind] ? { who: by ?? 'Beffroi', did: DID[kind] } : { who: null, did: HAPPENED[kind] };

/** How one is told: not at all, here, or here and by mail. */
export const CHANNELS = ['none', 'bell', 'mail'] as const;
export type Channel = (typeof CHANNELS)[number];

export const CHANNEL_LABEL: Record<Channel, string> = {
  none: 'ne pas me prévenir',
  bell: 'me prévenir ici',
  mail: 'me prévenir ici et par mail',
};

/** What is asked of a person goes to where she lives, her mail; what she may look at when she has time waits here. */
export const DEFAULT_CHANNEL: Record<NotificationKind, Channel> = {
  reply: 'mail',
  mention: 'mail',
  thread: 'bell',
  'answer-accepted': 'mail',
  'invited-to-answer': 'mail',
  'accept-reminder': 'mail',
  report: 'mail',
  moderation: 'mail',
  'join-request': 'mail',
  'join-decision': 'mail',
  announcement: 'mail',
  fiche: 'bell',
  membership: 'mail',
  invitation: 'mail',
  'document-comment': 'mail',
  suggestion: 'mail',
  'suggestion-decision': 'bell',
  'replacement-wanted': 'mail',
  'replacement-offer': 'mail',
  'replacement-booked': 'mail',
  'replacement-changed': 'mail',
  'replacement-cancelled': 'mail',
  'replacement-lent': 'mail',
  'replacement-at-risk': 'mail',
  'replacement-barred': 'mail',
  'substitute-agreement': 'mail',
  'vacancy-alert': 'mail',
  'vacancy-still-open': 'mail',
  'application-received': 'mail',
  'application-interview': 'mail',
  'application-decision': 'mail',
  'application-withdrawn': 'mail',
};

/** The first half of a sentence whose second half one chooses. */
export const KIND_WHEN: Record<NotificationKind, string> = {
  reply: 'Quand on répond à un sujet que je suis',
  mention: 'Quand on me mentionne',
  thread: 'Quand un sujet s’ouvre dans un de mes clubs',
  'answer-accepted': 'Quand ma réponse est retenue',
  'invited-to-answer': 'Quand on m’invite à répondre',
  'accept-reminder': 'Quand une de mes questions attend que je dise ce qui l’a résolue',
  report: 'Quand un message est signalé dans un club que j’anime',
  moderation: 'Quand l’animation d’un club modère un texte qui me concerne',
  'join-request': 'Quand on demande à rejoindre un club que j’anime',
  'join-decision': 'Quand on répond à ma demande d’adhésion',
  announcement: 'Quand une annonce est publiée',
  fiche: 'Quand une fiche s’ajoute dans un de mes clubs',
  'document-comment': 'Quand on commente un modèle que j’ai créé, ou répond à un commentaire où je participe',
  suggestion: 'Quand on propose une modification dans un modèle d’un club que j’anime',
  'suggestion-decision': 'Quand une de mes suggestions sur un modèle est acceptée ou non',
  membership: 'Quand on me fait entrer dans un club, m’en retire ou m’en confie l’animation',
  invitation: 'Quand on m’invite dans une commune ou un club',
  'replacement-wanted': 'Quand un remplacement que je peux faire est cherché',
  'replacement-offer': 'Quand quelqu’un peut venir remplacer dans ma commune',
  'replacement-booked': 'Quand on me réserve pour un remplacement',
  'replacement-changed': 'Quand change le lieu ou l’accueil d’un remplacement pour lequel je suis réservée',
  'replacement-cancelled': 'Quand une réservation de remplacement qui me concerne est annulée',
  'replacement-lent': 'Quand une autre commune réserve un agent de ma commune',
  'replacement-at-risk': 'Quand un besoin de ma commune risque de rester sans personne',
  'replacement-barred': 'Quand le compte d’une personne réservée par ma commune est suspendu',
  'substitute-agreement': 'Quand une commune donne ou retire son accord à mes remplacements',
  'vacancy-alert': 'Quand une offre d’emploi répond à une recherche que j’ai enregistrée',
  'vacancy-still-open': 'Quand une offre d’emploi de ma commune arrive à sa date limite',
  'application-received': 'Quand on répond à une offre d’emploi de ma commune',
  'application-interview': 'Quand une commune me propose un entretien, ou en change la date',
  'application-decision': 'Quand une commune répond à ma candidature',
  'application-withdrawn': 'Quand un candidat retire sa candidature à une offre de ma commune',
};
