import type { IncomingHttpHeaders, Server } from 'node:http';
import { DOCUMENT_SCHEMA_VERSION } from '@beffroi/shared/collab/document-schema';
import { carryOut, startBackgroundWork, subscribeFeatures } from './background-work.ts';
import { startCollab } from './collab/collab.ts';
import { COLLAB_LIMITS } from './collab/limits.ts';
import { loadDemo } from './demo/load-demo.ts';
import { createHttp } from './doors.ts';
import type { Env } from './env.ts';
import { freshActor } from './features/accounts/accounts.queries.ts';
import { type Auth, createAuth } from './features/accounts/auth.ts';
import { admit } from './features/accounts/authenticate.ts';
import { attentionRealtime } from './features/attention/attention.realtime.ts';
import { refreshClubs } from './features/clubs/known-clubs.queries.ts';
import { commentsRealtime } from './features/comments/comments.realtime.ts';
import { refreshTerritory } from './features/directory/territory.queries.ts';
import { forumRealtime } from './features/forum/forum.realtime.ts';
import { notificationsRealtime } from './features/notifications/notifications.realtime.ts';
import { replacementsRealtime } from './features/replacements/replacements.realtime.ts';
import { substitutesRealtime } from './features/substitutes/substitutes.realtime.ts';
import { authorizeTemplateRoom, isSettledTemplate } from './features/templates/templates.collab.ts';
import { templatesRealtime } from './features/templates/templates.realtime.ts';
import { setupCode } from './features/territory/setup-code.ts';
import { vacanciesRealtime } from './features/vacancies/vacancies.realtime.ts';
import { refreshVacancySettings } from './features/vacancies/vacancy-settings.queries.ts';
import { callerAddress } from './http/caller-address.ts';
import { originCheck } from './http/same-origin.ts';
import { serveExpress } from './http/serve-express.ts';
import { stoppable } from './http/stop-http.ts';
import { subscribe } from './platform/events.ts';
import { createFileStore } from './platform/files.ts';
import { createMailer } from './platform/mail.ts';
import { buildIndexes, connectMongo } from './platform/mongo.ts';
import { startRecurring } from './platform/recurring-work.ts';
import { startRealtime } from './realtime/socket-server.ts';
import { settleTerritory } from './setup/create-territory.ts';

/** Longer than the proxies before us keep a connection at rest (nginx: 60 s): one that we close first as they use it again is a request lost. */
const KEEP_ALIVE_MS = 65_000;

const REALTIME = [
  forumRealtime,
  attentionRealtime,
  notificationsRealtime,
  templatesRealtime,
  commentsRealtime,
  replacementsRealtime,
  vacanciesRealtime,
  substitutesRealtime,
];

export interface App {
  http: Server;
  auth: Auth;
  /** Carries out what a crash interrupted and, in demonstration mode, loads the territory; until then the API answers 503. */
  prepare: () => Promise<void>;
  /** The one-time code for creating the territory; null once there is one. */
  setupCode: () => Promise<string | null>;
  /** Stops taking requests, then closes what was opened, in reverse; this process then remembers nothing of it. */
  close: () => Promise<void>;
}

/** What another process changes in clubs and communes is seen after this at the latest. */
const REFRESH_MS = 30_000;

const refreshKnown = async (): Promise<void> => {
  await Promise.all([refreshTerritory(), refreshClubs(), refreshVacancySettings()]);
};

/** Reads again what other processes may have changed, and goes on with the creation of a territory that one of them left undone. */
const startRefreshing = (auth: Auth): (() => Promise<void>) => {
  // Whoever opens it goes on once it is known here.
  const stopHearing = subscribe('territory.opened', refreshKnown);
  const stop = startRecurring({
    name: 'refresh what is known',
    everyMs: REFRESH_MS,
    work: () => Promise.all([refreshKnown(), settleTerritory(auth)]),
  });
  return async () => {
    stopHearing();
    await stop();
  };
};

/**
 * Composes the application on its store; it does not listen yet.
 * @param clientFolder the built client; absent in development, where Vite serves it
 */
export const createApp = async (env: Env, clientFolder: string): Promise<App> => {
  const disconnect = await connectMongo(env);
  await buildIndexes();
  await refreshKnown();
  const mailer = createMailer(env);
  const auth = createAuth(env, mailer);
  let loaded = false;
  const files = createFileStore(env);
  const isOurs = originCheck(env.PUBLIC_URL);
  const gate = { admit: (headers: IncomingHttpHeaders) => admit(auth, headers), freshActor };
  const collab = await startCollab({
    gate,
    authorize: authorizeTemplateRoom,
    isSettled: isSettledTemplate,
    isOurs,
    redisUrl: env.REDIS_URL,
    limits: COLLAB_LIMITS,
    schemaVersion: DOCUMENT_SCHEMA_VERSION,
  });
  const http = serveExpress(createHttp({ env, auth, files, isOurs, clientFolder, liveDocuments: collab, loaded: () => loaded }));
  http.keepAliveTimeout = KEEP_ALIVE_MS;
  const stopHttp = stoppable(http);
  collab.serve(http);
  subscribeFeatures(collab);
  const stopRealtime = await startRealtime(http, {
    gate,
    features: REALTIME,
    redisUrl: env.REDIS_URL,
    isOurs,
    addressOf: callerAddress(env.TRUST_PROXY),
    limited: env.RATE_LIMIT === 'on',
  });
  const prepare = async (): Promise<void> => {
    await carryOut(collab);
    await settleTerritory(auth);
    if (env.DEMO) await loadDemo(auth, collab, files);
    loaded = true;
  };
  const stopWork = startBackgroundWork({ env, files, mailer, liveDocuments: collab });
  const stopRefreshing = startRefreshing(auth);
  const close = async (): Promise<void> => {
    const httpStopped = stopHttp();
    await stopRefreshing();
    await stopWork();
    await collab.close();
    await stopRealtime();
    await httpStopped;
    await disconnect();
  };
  return { http, auth, prepare, setupCode, close };
};
