/** What a model needs to open without network: the files of this version, which the build names here; none in development. */
const SHELL = /* shell */ null;
/** A network slower than this is as good as none to whoever waits for a page. */
const PATIENCE_MS = 3_000;
/** What the server draws itself, or answers otherwise than by a page. */
const NOT_OURS = /^\/(api|offres|collab|socket\.io|healthz|readyz|metrics)(\/|$)/;

const kept = (path) => caches.match(path, { cacheName: SHELL.name, ignoreVary: true });

const keepShell = async () => {
  const cache = await caches.open(SHELL.name);
  await cache.addAll(SHELL.files);
  // Whatever the address, the page is the same.
  await cache.put('/', await fetch('/', { cache: 'no-store' }));
  await self.skipWaiting();
};

const forgetOlderShells = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('shell-') && name !== SHELL.name).map((name) => caches.delete(name)));
  await self.clients.claim();
};

/** The server's page, so that a new version is taken at once; ours where it does not come. */
const page = async (request) => {
  const fetched = fetch(request);
  const ours = await kept('/');
  if (!ours) return fetched;
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  return Promise.race([fetched.catch(() => ours), patience.then(() => ours)]);
};

if (SHELL) {
  const files = new Set(SHELL.files);
  self.addEventListener('install', (event) => event.waitUntil(keepShell()));
  self.addEventListener('activate', (event) => event.waitUntil(forgetOlderShells()));
  self.addEventListener('fetch', (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== 'GET' || origin !== self.location.origin || NOT_OURS.test(pathname)) return;
    if (request.mode === 'navigate') event.respondWith(page(request));
    else if (files.has(pathname)) event.respondWith(kept(pathname).then((file) => file ?? fetch(request)));
  });
}

/** Shows what one is told while Beffroi is closed, and opens it. */
self.addEventListener('push', (event) => {
  const { title, body, path, tag } = event.data.json();
  event.waitUntil(
    self.clients.matchAll({ type: 'window' }).then((pages) => {
      // Who looks at Beffroi sees its bell.
      if (pages.some((page) => page.visibilityState === 'visible')) return;
      return self.registration.showNotification(title, { body, tag, lang: 'fr', data: { path } });
    }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { path } = event.notification.data;
  event.waitUntil(
    self.clients.matchAll({ type: 'window' }).then(async ([page]) => {
      if (!page) return self.clients.openWindow(path);
      await page.focus();
      return page.navigate(path);
    }),
  );
});
