import { minifyContractRouter } from '@orpc/contract';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { compression } from 'vite-plugin-compression2';
// By path: the configuration is bundled before it runs, and Node 20 reads no TypeScript from a package.
import { contract } from '../shared/src/contract.ts';
import { serviceWorker } from './service-worker-build.ts';

const CONTRACT = 'virtual:contract';

/** Serves the routes of the contract (method and path, no schema), so that zod stays out of the first chunk. */
const contractModule = (): Plugin => ({
  name: 'beffroi:contract',
  resolveId: (id) => (id === CONTRACT ? `\0${CONTRACT}` : null),
  load: (id) => {
    if (id !== `\0${CONTRACT}`) return null;
    // What documents a route (a sentence, names) is left out; a route of that name is not.
    const routes = JSON.stringify(minifyContractRouter(contract), (key, value) =>
      (key === 'summary' && typeof value === 'string') || (key === 'tags' && Array.isArray(value)) ? undefined : value,
    );
    return `export const contract = ${routes};`;
  },
});

/** Asks for the two text fonts before the style sheet that names them has arrived. */
const preloadFonts = (): Plugin => ({
  name: 'beffroi:preload-fonts',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => /latin-wght-normal.*\.woff2$/.test(file))
        .map((file) => ({
          tag: 'link',
          injectTo: 'head-prepend' as const,
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${file}` },
        })),
  },
});

const server = process.env.API_URL ?? 'http://localhost:3000';

export default defineConfig({
  // Compressed once, at their best, rather than by the server for each reader.
  plugins: [
    react(),
    contractModule(),
    preloadFonts(),
    serviceWorker(),
    compression({ algorithms: ['gzip', 'brotliCompress'], include: /\.(js|css)$/ }),
  ],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, reportCompressedSize: false },
  server: {
    port: 5173,
    // The host people see is kept: the server compares it with the page's origin.
    proxy: {
      '/api': { target: server, changeOrigin: false },
      '/socket.io': { target: server, changeOrigin: false, ws: true },
      '/collab': { target: server, changeOrigin: false, ws: true },
    },
  },
});
