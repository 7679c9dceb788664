import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SHARED = join(ROOT, 'shared/src');

/** Sources of our own are bundled; everything from node_modules stays there. */
const sharedSources = {
  name: 'shared-sources',
  setup({ onResolve }) {
    onResolve({ filter: /^@beffroi\/shared\// }, ({ path }) => ({ path: join(SHARED, `${path.slice('@beffroi/shared/'.length)}.ts`) }));
  },
};

const bundle = (entry, outfile) => bundleAll({ entryPoints: [join(ROOT, entry)], outfile: join(ROOT, outfile) });

const bundleAll = (files) =>
  build({
    ...files,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    plugins: [sharedSources],
    sourcemap: true,
    logLevel: 'warning',
  });

const newest = (path) => {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(
    stat.mtimeMs,
    ...readdirSync(path)
      .filter((name) => name !== 'node_modules' && name !== 'dist' && !name.startsWith('.'))
      .map((name) => newest(join(path, name))),
  );
};

/** A product is stale when it is missing or older than what it is made from. */
const isStale = (product, ...sources) => newest(join(ROOT, product)) < Math.max(...sources.map((source) => newest(join(ROOT, source))));

export const buildStore = async () => {
  if (isStale('server/dist/embedded-mongo.js', 'server/embedded-mongo/src'))
    await bundle('server/embedded-mongo/src/main.ts', 'server/dist/embedded-mongo.js');
};

/** What keeps, checks and moves data, one module a command. */
export const buildDataTools = async () => {
  const entries = ['server.ts', 'maintenance/check-data.ts', 'maintenance/back-up.ts', 'maintenance/restore.ts', 'moving/move-data.ts'];
  if (!isStale('server/dist/data/check-data.js', 'server/embedded-mongo/src')) return;
  const entryPoints = entries.map((entry) => join(ROOT, 'server/embedded-mongo/src', entry));
  await bundleAll({ entryPoints, outdir: join(ROOT, 'server/dist/data'), entryNames: '[name]', splitting: true });
};

/** The room server alone. */
export const buildCollab = async () => {
  await buildStore();
  const [entry, product] = ['server/src/collab/collab-command.ts', 'server/dist/collab-command.js'];
  if (isStale(product, 'server/src', 'shared/src')) await bundle(entry, product);
};

export const buildServer = async () => {
  await buildStore();
  for (const [entry, product] of [
    ['server/src/main.ts', 'server/dist/main.js'],
    ['server/src/setup/territory-command.ts', 'server/dist/territory-command.js'],
    // A thread of its own, started by the server from beside it.
    ['server/src/features/document-exports/conversion-worker.ts', 'server/dist/conversion-worker.js'],
  ])
    if (isStale(product, 'server/src', 'shared/src')) await bundle(entry, product);
};

export const buildClient = async () => {
  if (!isStale('client/dist/index.html', 'client', 'shared/src')) return;
  const { build: viteBuild } = await import('vite');
  await viteBuild({ root: join(ROOT, 'client'), logLevel: 'warn' });
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await Promise.all([buildServer(), buildClient()]);
