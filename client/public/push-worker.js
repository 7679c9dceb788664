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
