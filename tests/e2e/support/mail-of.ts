import { type MailContent, notificationMail } from '../../../server/src/features/notifications/notification.mail.ts';
import { EXCHANGE_KINDS, type NotificationKind } from '../../../shared/src/features/notifications/notifications.vocabulary.ts';

const ID = '6b0b37b92ce3dcddcbbb450c';
/** What people do write: an address without a break, a line as long as a title may be. */
const ADDRESS = `https://www.legifrance.gouv.fr/codes/article_lc/${'LEGIARTI000037701019'.repeat(4)}`;
const TITLE = `Peut-on joindre ${ADDRESS.slice(0, 120)} à la délibération ?`;
const TEXT = `Bonjour,\n\nLe texte est là : ${ADDRESS}\n\nOn peut le joindre tel quel.`;

const BETWEEN_COMMUNES: Partial<MailContent> = {
  club: null,
  thread: null,
  about: {
    kind: 'replacement',
    id: ID,
    place: 'Saint-Amand-les-Eaux',
    title: TITLE,
    path: `/remplacements/${ID}`,
    links: [{ label: 'Je peux venir', path: `/remplacements/${ID}` }],
  },
};
const IN_A_MODEL: Partial<MailContent> = { thread: null, template: { id: ID, title: TITLE, commentId: ID } };
const IN_THE_CLUB: Partial<MailContent> = { thread: null, replyNumber: null, text: null };

const placeOf = (kind: NotificationKind): Partial<MailContent> => {
  if (EXCHANGE_KINDS.includes(kind)) return BETWEEN_COMMUNES;
  if (['document-comment', 'suggestion', 'suggestion-decision'].includes(kind)) return IN_A_MODEL;
  return kind.startsWith('join-') || kind === 'membership' ? IN_THE_CLUB : {};
};

/** The mail of a kind, with all a mail may hold and the longest words it meets. */
export const mailOf = (kind: NotificationKind): string =>
  notificationMail({
    id: ID,
    to: 'agent@anzin.example',
    kind,
    by: { id: ID, name: 'Responsable urbanisme', commune: { slug: 'anzin', name: 'Anzin' } },
    club: { slug: 'marches-publics', name: 'Ingénieriedesouvragesdartetdesreseauxsouterrainsmutualises' },
    thread: { id: ID, title: TITLE },
    replyNumber: 1,
    text: TEXT,
    unsubscribeUrl: 'https://beffroi.example/desabonnement',
    publicUrl: 'https://beffroi.example',
    last: true,
    ...placeOf(kind),
  }).html as string;
