import { AppError } from '@beffroi/shared/core/errors';
import { fromNodeHeaders, toNodeHandler } from 'better-auth/node';
import type { RequestHandler } from 'express';
import { publish } from '../../platform/events.ts';
import type { Auth } from './auth.ts';

/** better-auth's own doors, sign-out first dropping what the process remembers of the session. */
export const authRoutes = (auth: Auth): RequestHandler => {
  const handle = toNodeHandler(auth);
  return async (request, response) => {
    if (request.path === '/sign-out') {
      const session = await auth.api.getSession({ headers: fromNodeHeaders(request.headers) });
      if (session) await publish('accounts.sessions.ended', { personId: session.user.id });
    }
    if (request.path === '/sign-up/email') throw new AppError('not-found');
    await handle(request, response);
  };
};
