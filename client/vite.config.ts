import { minifyContractRouter } from '@orpc/contract';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
import { compression } from 'vite-plugin-compression2';
// By path: the configuration is bundled before it runs, and Node 20 reads no TypeScript from a package.
import { contract } from '../shared/src/contract.ts';
import { firstPage } from './first-page-build.ts';
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

/** What clubs, threads and the first page are read with. None of it draws with more than the shell does, or opens a window. */
const READING =
  /client\/src\/(?:features\/(?:attention|clubs|forum)|pages|ui|lib|editor)\/(?:archived|club-|clubs\.api|clock|follow-select|forum\.realtime|french-typography|kind-mark|list-card|load-more|not-found|relative-time|row-link|standing|status-tag|tag|thread-row|use-current-tab)|(?:attention|clubs|forum)\.vocabulary|core\/rooms/;

/**
 * Small modules arrive together: left alone they are a file each for every set of pages that shares them, sixty for the first page,
 * which a browser asks for six at a time. `tests/e2e/first-load.spec.ts` counts what that page asks for.
 */
const PARTS: Rolldown.CodeSplittingGroup[] = [
  { name: 'first', tags: ['$initial'], priority: 3 },
  // By two pages in three.
  { name: 'common', minShareCount: 36, includeDependenciesRecursively: false, priority: 2 },
  { name: 'reading', test: READING, maxModuleSize: 6_000, minShareCount: 5, includeDependenciesRecursively: false, priority: 1 },
];

const server = process.env.API_URL ?? 'http://localhost:3000';

export default defineConfig({
  // Compressed once, at their best, rather than by the server for each reader.
  plugins: [
    react(),
    contractModule(),
    preloadFonts(),
    firstPage(),
    serviceWorker(),
    compression({ algorithms: ['gzip', 'brotliCompress'], include: /\.(js|css)$/ }),
  ],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: PARTS } } },
  },
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
