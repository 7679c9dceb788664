import type { Mail } from '../../platform/mail.ts';

/** « Mot de passe oublié » : one link, valid for an hour. */
export const resetPasswordMail = (to: string, link: string): Mail => ({
  to,
  subject: 'Choisir un nouveau mot de passe',
  link,
  text: [
    'Bonjour,',
    '',
    'Vous avez demandé à choisir un nouveau mot de passe pour Beffroi, l’espace des agents du territoire.',
    'Ouvrez ce lien dans l’heure qui vient\u00a0:',
    '',
    link,
    '',
    'Si vous n’avez rien demandé, ne faites rien\u00a0: votre mot de passe reste le même.',
  ].join('\n'),
});
