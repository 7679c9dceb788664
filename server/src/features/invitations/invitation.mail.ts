import { INVITATION_DAYS } from '@beffroi/shared/features/invitations/invitations.vocabulary';
import type { Mail } from '../../platform/mail.ts';
import { presentGrants } from './grants.ts';
import type { InvitationRecord } from './invitation.model.ts';

const places = ({ memberships }: InvitationRecord): string[] =>
  presentGrants(memberships).map(({ scope, name }) => (scope === 'club' ? `- le club ${name}` : `- ${name}`));

/** « Vous êtes invité dans Beffroi » : who invites, where to, one link. */
export const invitationMail = (invitation: InvitationRecord, territory: string | null, link: string, messageId: string): Mail => ({
  to: invitation.email,
  messageId,
  subject: `Votre accès à Beffroi${territory ? `, l’espace des agents de ${territory}` : ''}`,
  link,
  text: [
    'Bonjour,',
    '',
    `${invitation.by.name} vous ouvre Beffroi, l’espace où les agents du territoire se posent des questions et partagent leurs réponses\u00a0:`,
    ...places(invitation),
    '',
    'Ouvrez ce lien pour choisir votre mot de passe et entrer\u00a0:',
    '',
    link,
    '',
    `Il est valable ${INVITATION_DAYS} jours et ne sert qu’une fois. Si vous n’attendiez pas ce message, ne faites rien\u00a0: aucun compte n’est ouvert.`,
  ].join('\n'),
});
