import { join } from 'node:path';
import express, { Router } from 'express';
import staticGzip from 'express-static-gzip';

/** The built client: hashed files are kept by browsers for ever, the page that names them is asked for each time. */
export const clientFiles = (folder: string): Router => {
  const page = join(folder, 'index.html');
  return Router()
    .use(
      '/assets',
      staticGzip(join(folder, 'assets'), {
        index: false,
        enableBrotli: true,
        orderPreference: ['br'],
        serveStatic: { immutable: true, maxAge: '1y', fallthrough: false, index: false },
      }),
    )
    .use('/service-worker.js', (_request, response, next) => {
      // What is kept on devices follows the version at once.
      response.set('Cache-Control', 'no-cache');
      next();
    })
    .use(express.static(folder, { index: false, maxAge: '1h' }))
    .get('/{*path}', (_request, response) => {
      response.set('Cache-Control', 'no-cache').sendFile(page);
    });
};
