import { APIError, createAuthMiddleware } from 'better-auth/api';

/** No sign-in takes so long from its password to its session. */
const SIGN_IN_MAX_MS = 60_000;

/**
 * Closes at once a session that the former password opened. A sign-in compares the password, then opens the session; where the
 * password is changed in between, its sessions are ended before there is this one.
 * @throws APIError 401, as for a wrong password
 */
export const refuseFormerPassword = createAuthMiddleware(async ({ path, body, context }) => {
  const opened = context.newSession;
  if (path !== '/sign-in/email' || !opened) return;
  const accounts = await context.internalAdapter.findAccounts(opened.user.id);
  const account = accounts.find(({ providerId }) => providerId === 'credential');
  if (account && Date.now() - account.updatedAt.getTime() > SIGN_IN_MAX_MS) return;
  if (account?.password && (await context.password.verify({ hash: account.password, password: body.password }))) return;
  await context.internalAdapter.deleteSession(opened.session.token);
  throw new APIError('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'the password was changed meanwhile' });
});
