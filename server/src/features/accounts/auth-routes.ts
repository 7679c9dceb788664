import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '@beffroi/shared/core/errors';
import { fromNodeHeaders } from 'better-auth/node';
import express, { type Request, type RequestHandler, Router, type Response as ServerResponse } from 'express';
import { publish } from '../../platform/events.ts';
import { ADDRESS_HEADER, type Auth } from './auth.ts';
import { admit } from './authenticate.ts';
import { countSignIn, forgetSignIns } from './sign-in-limit.ts';

/**
 * What the product offers of better-auth. Its other doors stay shut: they change a name past the profile's rules, open an account, or
 * hand pages the token of the session, which they must not read.
 */
const OFFERED = new Set(['POST /sign-in/email', 'POST /sign-out', 'POST /request-password-reset', 'POST /reset-password']);

/** better-auth's error codes as sentences. */
const SENTENCES: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: 'Adresse ou mot de passe incorrect. Vérifiez-les, ou demandez un nouveau mot de passe.',
  ACCOUNT_SUSPENDED: 'Ce compte est suspendu. Adressez-vous au référent de votre commune.',
  INVALID_EMAIL: 'Cette adresse électronique n’est pas valide.',
  INVALID_TOKEN: 'Ce lien a déjà servi ou n’est plus valable. Demandez-en un nouveau.',
  PASSWORD_TOO_SHORT: 'Ce mot de passe est trop court\u00a0: 10 caractères au moins.',
  PASSWORD_TOO_LONG: 'Ce mot de passe est trop long\u00a0: 128 caractères au plus.',
};

const refusal = async (answer: Response): Promise<AppError> => {
  if (answer.status >= 500) return new AppError('internal');
  if (answer.status === 429) {
    const retryAfter = Number(answer.headers.get('x-retry-after')) || 60;
    return new AppError('too-many-requests', { detail: `Trop d’essais. Réessayez dans ${retryAfter} s.`, retryAfter });
  }
  const { code } = ((await answer.json().catch(() => null)) ?? {}) as { code?: string };
  const detail = SENTENCES[code ?? ''];
  const kind = answer.status === 401 ? 'unauthenticated' : answer.status === 403 ? 'forbidden' : 'invalid-input';
  return new AppError(kind, detail ? { detail } : {});
};

const asFetchRequest = (request: Request): globalThis.Request => {
  const headers = fromNodeHeaders(request.headers);
  // The body is sent on as parsed, and the address as Express sees it: a header from outside names no one.
  headers.delete('content-length');
  headers.set(ADDRESS_HEADER, request.ip ?? 'unknown');
  const body = request.method === 'POST' ? { body: JSON.stringify(request.body ?? {}) } : {};
  headers.set('content-type', 'application/json');
  // better-auth knows its own address from the settings; the one a request names may be none at all.
  return new Request(new URL(request.originalUrl, 'http://localhost'), { method: request.method, headers, ...body });
};

const sendOn = async (answer: Response, response: ServerResponse): Promise<void> => {
  if (!answer.ok) throw await refusal(answer);
  response.status(answer.status).set('Cache-Control', 'no-store');
  for (const cookie of answer.headers.getSetCookie()) response.append('Set-Cookie', cookie);
  response.type('json').send(await answer.text());
};

/** What asking for a new password takes at least: a known address is written about, and how long that takes must not tell it. */
const PASSWORD_ASKED_MS = 400;
const asksPassword = ({ path }: Request): boolean => path === '/request-password-reset';

const handle =
  (auth: Auth, limited: boolean): RequestHandler =>
  async (request, response) => {
    if (!OFFERED.has(`${request.method} ${request.path}`)) throw new AppError('not-found');
    const email: unknown = request.body?.email;
    const signsIn = request.path === '/sign-in/email';
    if (limited && signsIn) await countSignIn(email);
    const leaving = request.path === '/sign-out' ? await admit(auth, request.headers) : null;
    const [answer] = await Promise.all([auth.handler(asFetchRequest(request)), asksPassword(request) && pause(PASSWORD_ASKED_MS)]);
    if (answer.ok && signsIn) await forgetSignIns(email);
    if (leaving) await publish('accounts.sessions.ended', { personId: leaving.actor.personId, sessionId: leaving.sessionId });
    await sendOn(answer, response);
  };

/** Sign-in, sign-out and forgotten password under /api/auth; errors are problem documents like all others. */
export const authRoutes = (auth: Auth, { limited }: { limited: boolean }): Router =>
  Router().use(express.json({ limit: '16kb' }), handle(auth, limited));
