import type { IncomingHttpHeaders } from 'node:http';
import type { Actor } from '@beffroi/shared/core/actor';
import { fromNodeHeaders } from 'better-auth/node';
import { subscribe } from '../../platform/events.ts';
import { forgetAtClose } from '../../platform/forget-at-close.ts';
import { actorOf, findPerson } from './accounts.queries.ts';
import type { Auth } from './auth.ts';

/** Somebody signed in, and by which session. */
export interface Admission {
  actor: Actor;
  sessionId: string;
}

/**
 * How long a session and its rights are believed without asking the database. Changes made by this process drop them
 * at once; those made by another are seen after this at the latest.
 */
const BELIEVED_MS = 10_000;
const SESSIONS_KEPT = 5_000;

const admissions = new Map<string, Admission & { until: number }>();
/** Counts what was forgotten: what was read from the database before must not be believed after. */
let forgotten = 0;
forgetAtClose(() => {
  forgotten++;
  admissions.clear();
});

/** Believes nobody any longer whose rights changed or whose session ended. */
export const subscribeAdmissions = (): void => {
  subscribe('accounts.rights.changed', ({ personId }) => {
    forgotten++;
    for (const [cookie, { actor }] of admissions) if (actor.personId === personId) admissions.delete(cookie);
  });
  subscribe('accounts.sessions.ended', ({ personId, sessionId }) => {
    forgotten++;
    for (const [cookie, kept] of admissions)
      if (sessionId ? kept.sessionId === sessionId : kept.actor.personId === personId) admissions.delete(cookie);
  });
};

const SESSION_COOKIE = /(?:^|;\s*)((?:__Secure-)?beffroi\.session_token=[^;]{1,1000})/;

const lookUp = async (auth: Auth, headers: IncomingHttpHeaders): Promise<Admission | null> => {
  const found = await auth.api.getSession({ headers: fromNodeHeaders(headers) });
  // An account may have been removed or suspended while its session lived.
  const person = found && (await findPerson(found.user.id).catch(() => null));
  const actor = person && !person.suspendedAt ? actorOf(person) : null;
  return found && actor ? { actor, sessionId: found.session.id } : null;
};

const keep = (cookie: string, admission: Admission): void => {
  if (admissions.size >= SESSIONS_KEPT) admissions.delete(admissions.keys().next().value as string);
  admissions.set(cookie, { ...admission, until: Date.now() + BELIEVED_MS });
};

/** Who a request or a socket comes from; null when nobody, or a forged or stale cookie. */
export const admit = async (auth: Auth, headers: IncomingHttpHeaders): Promise<Admission | null> => {
  const cookie = SESSION_COOKIE.exec(headers.cookie ?? '')?.[1];
  if (!cookie) return null;
  const kept = admissions.get(cookie);
  if (kept && kept.until > Date.now()) return kept;
  admissions.delete(cookie);
  const before = forgotten;
  const admission = await lookUp(auth, headers);
  if (admission && before === forgotten) keep(cookie, admission);
  return admission;
};
