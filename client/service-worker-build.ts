import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin, Rollup } from 'vite';

const FILE = 'service-worker.js';
const SOURCE = new URL(FILE, import.meta.url);
const PLACE = '/* shell */ null';
/** The one page that opens without network. */
const KEPT_PAGE = '/src/pages/template-page.tsx';
const FONTS = /latin-wght-normal.*\.woff2$/;

/** The chunks of the shell and of that page, with what they load later; other pages are left out. */
const shellChunks = (bundle: Rollup.OutputBundle): Rollup.OutputChunk[] => {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const isOtherPage = ({ facadeModuleId }: Rollup.OutputChunk) =>
    Boolean(facadeModuleId?.includes('/src/pages/') && !facadeModuleId.endsWith(KEPT_PAGE));
  const found = new Set(chunks.filter(({ isEntry }) => isEntry));
  // A set is gone through to what is added meanwhile.
  for (const { imports, dynamicImports } of found) {
    for (const name of imports) for (const chunk of chunks) if (chunk.fileName === name) found.add(chunk);
    for (const name of dynamicImports) for (const chunk of chunks) if (chunk.fileName === name && !isOtherPage(chunk)) found.add(chunk);
  }
  return [...found];
};

const withShell = (bundle: Rollup.OutputBundle): string => {
  const chunks = shellChunks(bundle);
  const styles = chunks.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
  const fonts = Object.keys(bundle).filter((name) => FONTS.test(name));
  const files = [...new Set(['color-scheme.js', ...chunks.map(({ fileName }) => fileName), ...styles, ...fonts])].sort();
  const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 12);
  const shell = { name: `shell-${version}`, files: files.map((name) => `/${name}`) };
  const source = readFileSync(SOURCE, 'utf8');
  if (!source.includes(PLACE)) throw new Error(`${FILE} has no place for the shell's files`);
  return source.replace(PLACE, () => JSON.stringify(shell));
};

/** Writes into the service worker which files it is to keep; a new version of any of them makes it a new worker. */
export const serviceWorker = (): Plugin => ({
  name: 'beffroi:service-worker',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      this.emitFile({ type: 'asset', fileName: FILE, source: withShell(bundle) });
    },
  },
  configureServer({ middlewares }) {
    middlewares.use(`/${FILE}`, (_request, response) => {
      response.setHeader('content-type', 'text/javascript');
      response.end(readFileSync(SOURCE, 'utf8'));
    });
  },
});
