import type { IncomingHttpHeaders } from 'node:http';
import type { Actor } from '@beffroi/shared/core/actor';
import { fromNodeHeaders } from 'better-auth/node';
import type { RequestHandler } from 'express';
import { freshActor } from '../features/accounts/accounts.queries.ts';
import type { Auth } from '../features/accounts/auth.ts';
import { subscribe } from '../platform/events.ts';

declare global {
  namespace Express {
    interface Request {
      actor?: Actor | null;
    }
  }
}

/**
 * How long a session and its rights are believed without asking the database. Changes made by this process drop them
 * at once; those made by another are seen after this at the latest.
 */
const BELIEVED_MS = 10_000;
const SESSIONS_KEPT = 5_000;

interface Session {
  actor: Actor;
  until: number;
}
const sessions = new Map<string, Session>();

const forget = ({ personId }: { personId: string }): void => {
  for (const [cookie, session] of sessions) if (session.actor.personId === personId) sessions.delete(cookie);
};
subscribe('accounts.rights.changed', forget);
subscribe('accounts.sessions.ended', forget);

const SESSION_COOKIE = /(?:^|;\s*)((?:__Secure-)?beffroi\.session_token=[^;]{1,1000})/;

const lookUp = async (auth: Auth, headers: IncomingHttpHeaders): Promise<Actor | null> => {
  const session = await auth.api.getSession({ headers: fromNodeHeaders(headers) });
  // An account may have been removed while its session lived.
  return session ? freshActor(session.user.id).catch(() => null) : null;
};

/** The person a request or a socket comes from; null when nobody, or a forged or stale cookie. */
export const actorFrom = async (auth: Auth, headers: IncomingHttpHeaders): Promise<Actor | null> => {
  const cookie = SESSION_COOKIE.exec(headers.cookie ?? '')?.[1];
  if (!cookie) return null;
  const kept = sessions.get(cookie);
  if (kept && kept.until > Date.now()) return kept.actor;
  sessions.delete(cookie);
  const actor = await lookUp(auth, headers);
  if (!actor) return null;
  if (sessions.size >= SESSIONS_KEPT) sessions.delete(sessions.keys().next().value as string);
  sessions.set(cookie, { actor, until: Date.now() + BELIEVED_MS });
  return actor;
};

/** Puts the actor on the request. */
export const authenticate =
  (auth: Auth): RequestHandler =>
  async (request, _response, next) => {
    request.actor = await actorFrom(auth, request.headers);
    next();
  };
