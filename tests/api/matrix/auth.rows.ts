import { PASSWORD } from '../../support/world.ts';

/** What the product offers of better-auth, to whoever asks: a body, and what everyone is answered. */
export const OFFERED: Record<string, { body: object; status: number }> = {
  'POST /sign-in/email': { body: { email: 'personne@essai.example', password: 'pas-le-bon-mot' }, status: 401 },
  'POST /request-password-reset': { body: { email: 'personne@essai.example' }, status: 200 },
  'POST /reset-password': { body: { newPassword: PASSWORD, token: 'inconnu' }, status: 400 },
  'POST /sign-out': { body: {}, status: 200 },
};

/** All else it would answer to. A door it comes to have is decided upon here: offered above, or shut. */
export const SHUT = [
  'GET /account-info',
  'GET /callback/:id',
  'POST /callback/:id',
  'POST /change-email',
  'POST /change-password',
  'POST /delete-user',
  'GET /delete-user/callback',
  'GET /error',
  'POST /get-access-token',
  'GET /get-session',
  'POST /get-session',
  'POST /link-social',
  'GET /list-accounts',
  'GET /list-sessions',
  'GET /ok',
  'POST /refresh-token',
  'GET /reset-password/:token',
  'POST /revoke-other-sessions',
  'POST /revoke-session',
  'POST /revoke-sessions',
  'POST /send-verification-email',
  'POST /sign-in/social',
  'POST /sign-up/email',
  'POST /unlink-account',
  'POST /update-session',
  'POST /update-user',
  'GET /verify-email',
  'POST /verify-password',
];
