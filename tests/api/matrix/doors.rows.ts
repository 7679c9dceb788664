/** What is asked at a door, and what everyone gets there, signed in or not. */
export interface Asked {
  method?: string;
  path: string;
  status: number;
}

/** Passes on, or ends a request that another door says. */
const PASSES: Asked[] = [];
const get = (path: string, status = 200): Asked => ({ path, status });

/**
 * Everything Express has mounted, in its order (`doorsOf`). A new mount gets its line here: what it answers to whoever asks, since
 * none of these doors knows anybody, or that it passes on. What knows people is in the contract, driven by `matrix.test.ts`.
 */
export const DOORS: [door: string, asked: Asked[]][] = [
  ['/ requestLog', PASSES],
  ['GET /healthz', [get('/healthz')]],
  ['GET /readyz', [get('/readyz')]],
  // To this machine; who else reads it is in `metrics-door.test.ts`.
  ['GET /metrics', [get('/metrics')]],
  ['/ measureRequests', PASSES],
  ['/ helmetMiddleware', PASSES],
  ['/ compression', PASSES],
  ['GET /api/unsubscribe/:token', [get('/api/unsubscribe/inconnu', 404)]],
  ['POST /api/unsubscribe/:token', [{ method: 'POST', path: '/api/unsubscribe/inconnu', status: 404 }]],
  // Shut until the territory is loaded; pages of another site write nothing.
  ['/api <anonymous>', PASSES],
  ['/api <anonymous>', PASSES],
  ['/api requireTerritory', PASSES],
  ['/api/auth jsonParser', PASSES],
  // Its own doors are in `auth.rows.ts`.
  ['/api/auth <anonymous>', [get('/api/auth', 404), { method: 'PUT', path: '/api/auth/sign-out', status: 404 }]],
  ['GET /api/openapi.json', [get('/api/openapi.json')]],
  ['GET /api/docs', [get('/api/docs')]],
  // Who asks, how often, and the contract.
  ['/api <anonymous>', PASSES],
  ['/api rateLimit', PASSES],
  ['/api jsonParser', PASSES],
  ['/api <anonymous>', [get('/api/inconnue', 404), { method: 'POST', path: '/api/clubs/inconnue/rien', status: 404 }]],
  ['GET /robots.txt', [get('/robots.txt')]],
  ['/offres rateLimit', PASSES],
  ['/offres.atom rateLimit', PASSES],
  ['GET /offres', [get('/offres'), get('/offres?commune=nulle-part', 404)]],
  ['GET /offres.atom', [get('/offres.atom'), get('/offres.atom?commune=nulle-part', 404)]],
  ['GET /offres/:id/piece-jointe', [get(`/offres/${'f'.repeat(24)}/piece-jointe`, 404)]],
  ['GET /offres/:id', [get(`/offres/${'f'.repeat(24)}`, 404)]],
  ['/assets expressStaticGzip', [get('/assets/page.js'), get('/assets/autre.js', 404), get('/assets/..%2findex.html', 400)]],
  ['/service-worker.js <anonymous>', [get('/service-worker.js')]],
  ['/ serveStatic', [get('/favicon.svg')]],
  // The page itself asks the API what it may show.
  ['GET /{*path}', [get('/'), get('/clubs/inconnu')]],
  ['/ <anonymous>', [{ method: 'POST', path: '/clubs', status: 404 }]],
  ['/ onError', PASSES],
];
