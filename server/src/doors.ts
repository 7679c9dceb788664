import { existsSync } from 'node:fs';
import { AppError } from '@beffroi/shared/core/errors';
import compression from 'compression';
import express, { type RequestHandler } from 'express';
import helmet from 'helmet';
import type { LiveDocuments } from './collab/collab-feature.ts';
import { demoAccounts } from './demo/demo-accounts.ts';
import type { Env } from './env.ts';
import { type Auth, authSecret } from './features/accounts/auth.ts';
import { authRoutes } from './features/accounts/auth-routes.ts';
import { admit } from './features/accounts/authenticate.ts';
import { unsubscribeRoutes } from './features/notifications/unsubscribe-routes.ts';
import { requireTerritory } from './features/territory/require-territory.ts';
import { publicOffersRoutes } from './features/vacancies/public-offers-routes.ts';
import { apiRoutes } from './http/api.ts';
import { authenticate } from './http/authenticate.ts';
import { clientFiles } from './http/client-files.ts';
import { docsRoutes } from './http/docs.ts';
import { metricsDoor } from './http/metrics-door.ts';
import { onError } from './http/on-error.ts';
import { rateLimit } from './http/rate-limit.ts';
import { requestLog } from './http/request-log.ts';
import { type OriginCheck, sameOrigin } from './http/same-origin.ts';
import type { FileStore } from './platform/files.ts';
import { measureRequests, metricsPage } from './platform/metrics.ts';
import { databaseAnswers } from './platform/mongo.ts';
import { router } from './router.ts';
import { createTerritory } from './setup/create-territory.ts';
import { importDocument } from './setup/import-document.ts';
import { openAccount } from './setup/open-account.ts';

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
