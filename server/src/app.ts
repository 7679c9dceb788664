import { existsSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { DOCUMENT_SCHEMA_VERSION } from '@beffroi/shared/collab/document-schema';
import { AppError } from '@beffroi/shared/core/errors';
import compression from 'compression';
import express, { type RequestHandler } from 'express';
import helmet from 'helmet';
import { carryOut, startBackgroundWork, subscribeFeatures } from './background-work.ts';
import { startCollab } from './collab/collab.ts';
import type { LiveDocuments } from './collab/collab-feature.ts';
import { COLLAB_LIMITS } from './collab/limits.ts';
import { demoAccounts } from './demo/demo-accounts.ts';
import { loadDemo } from './demo/load-demo.ts';
import type { Env } from './env.ts';
import { freshActor } from './features/accounts/accounts.queries.ts';
import { type Auth, authSecret, createAuth } from './features/accounts/auth.ts';
import { authRoutes } from './features/accounts/auth-routes.ts';
import { admit } from './features/accounts/authenticate.ts';
import { attentionRealtime } from './features/attention/attention.realtime.ts';
import { refreshClubs } from './features/clubs/known-clubs.queries.ts';
import { commentsRealtime } from './features/comments/comments.realtime.ts';
import { refreshTerritory } from './features/directory/territory.queries.ts';
import { forumRealtime } from './features/forum/forum.realtime.ts';
import { notificationsRealtime } from './features/notifications/notifications.realtime.ts';
import { unsubscribeRoutes } from './features/notifications/unsubscribe-routes.ts';
import { replacementsRealtime } from './features/replacements/replacements.realtime.ts';
import { substitutesRealtime } from './features/substitutes/substitutes.realtime.ts';
import { authorizeTemplateRoom, isSettledTemplate } from './features/templates/templates.collab.ts';
import { templatesRealtime } from './features/templates/templates.realtime.ts';
import { requireTerritory } from './features/territory/require-territory.ts';
import { setupCode } from './features/territory/setup-code.ts';
import { publicOffersRoutes } from './features/vacancies/public-offers-routes.ts';
import { vacanciesRealtime } from './features/vacancies/vacancies.realtime.ts';
import { refreshVacancySettings } from './features/vacancies/vacancy-settings.queries.ts';
import { apiRoutes } from './http/api.ts';
import { authenticate } from './http/authenticate.ts';
import { callerAddress } from './http/caller-address.ts';
import { clientFiles } from './http/client-files.ts';
import { docsRoutes } from './http/docs.ts';
import { metricsDoor } from './http/metrics-door.ts';
import { onError } from './http/on-error.ts';
import { rateLimit } from './http/rate-limit.ts';
import { requestLog } from './http/request-log.ts';
import { type OriginCheck, originCheck, sameOrigin } from './http/same-origin.ts';
import { stoppable } from './http/stop-http.ts';
import { subscribe } from './platform/events.ts';
import { createFileStore, type FileStore } from './platform/files.ts';
import { createMailer } from './platform/mail.ts';
import { measureRequests, metricsPage } from './platform/metrics.ts';
import { buildIndexes, connectMongo, databaseAnswers } from './platform/mongo.ts';
import { startRecurring } from './platform/recurring-work.ts';
import { startRealtime } from './realtime/socket-server.ts';
import { router } from './router.ts';
import { createTerritory, settleTerritory } from './setup/create-territory.ts';
import { importDocument } from './setup/import-document.ts';
import { openAccount } from './setup/open-account.ts';

/** Longer than the proxies before us keep a connection at rest (nginx: 60 s): one that we close first as they use it again is a request lost. */
const KEEP_ALIVE_MS = 65_000;

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

const contentSecurityPolicy = {
  directives: {
    defaultSrc: ["'self'"],
    // Mantine sets styles on elements; scripts are files of ours only.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    connectSrc: ["'self'", 'ws:', 'wss:'],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: null,
  },
};

interface HttpParts {
  env: Env;
  auth: Auth;
  files: FileStore;
  isOurs: OriginCheck;
  clientFolder: string;
  liveDocuments: LiveDocuments;
  loaded: () => boolean;
}

/** 200 once the territory is loaded and while its data can be read and written. */
const readiness =
  (loaded: () => boolean, files: FileStore): RequestHandler =>
  async (_request, response) => {
    const ready = loaded() && (await databaseAnswers()) && (await files.isWritable());
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'unavailable' });
  };

/** Every door of HTTP, in the order they are tried; the sockets have theirs beside. */
export const createHttp = ({ env, auth, files, isOurs, clientFolder, liveDocuments, loaded }: HttpParts): express.Express => {
  const limited = env.RATE_LIMIT === 'on';
  const app = express();
  app.disable('x-powered-by').set('etag', false).set('trust proxy', env.TRUST_PROXY);
  app.use(requestLog);
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/readyz', readiness(loaded, files));
  app.get('/metrics', metricsDoor(env.METRICS_TOKEN), metricsPage);
  app.use(measureRequests, helmet({ contentSecurityPolicy, strictTransportSecurity: env.PUBLIC_URL.startsWith('https:') }));
  app.use(compression({ threshold: 2_048 }));
  // One router, so that a path is taken apart once and not at each of these doors.
  const api = express.Router();
  app.use('/api', api);
  // Before the check of origins: mail programs ask for it from wherever they are.
  api.use('/unsubscribe', unsubscribeRoutes(authSecret(env)));
  api.use((_request, _response, next) => next(loaded() ? undefined : new AppError('unavailable')), sameOrigin(isOurs));
  api.use(requireTerritory);
  api.use('/auth', authRoutes(auth, { limited }));
  api.use(docsRoutes());
  api.use(
    authenticate((headers) => admit(auth, headers)),
    ...(limited ? [rateLimit] : []),
    apiRoutes(router, {
      demoAccounts: env.DEMO ? demoAccounts : [],
      files,
      liveDocuments,
      createTerritory: (actor, input) => createTerritory(actor, input, auth),
      openAccount: (person) => openAccount(person, auth),
      publicUrl: env.PUBLIC_URL,
      importDocument: (actor, input) => importDocument(actor, input, { files, liveDocuments }),
    }),
  );
  app.use(publicOffersRoutes({ publicUrl: env.PUBLIC_URL, limit: limited ? rateLimit : null, files }));
  if (existsSync(clientFolder)) app.use(clientFiles(clientFolder));
  app.use(() => {
    throw new AppError('not-found');
  });
  app.use(onError);
  return app;
};

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
  const http = createServer(createHttp({ env, auth, files, isOurs, clientFolder, liveDocuments: collab, loaded: () => loaded }));
  http.keepAliveTimeout = KEEP_ALIVE_MS;
  const stopHttp = stoppable(http);
  collab.serve(http);
  subscribeFeatures(collab);
  const stopRealtime = await startRealtime(http, {
    gate,
    features: [
      forumRealtime,
      attentionRealtime,
      notificationsRealtime,
      templatesRealtime,
      commentsRealtime,
      replacementsRealtime,
      vacanciesRealtime,
      substitutesRealtime,
    ],
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
