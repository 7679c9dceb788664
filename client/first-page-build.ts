import type { Plugin, Rollup } from 'vite';

const FILE = 'first-page.js';

/** The pages one most often opens first, from a mail or a bookmark, and what they ask the server for. */
const FIRST_PAGES = [
  { path: '^/$', page: '/src/pages/today-page.tsx', data: ['today'] },
  { path: '^/clubs/([^/]+)$', page: '/src/pages/club-page.tsx', data: ['clubs/$1'] },
  { path: '^/clubs/[^/]+/sujets/([^/]+)$', page: '/src/pages/thread-page.tsx', data: ['threads/$1?limit=100'] },
];
/** What the shell asks for before it draws any. */
const SHELL_DATA = ['me', 'clubs'];

/** Every chunk that one needs, itself among them. */
const neededBy = (chunk: Rollup.OutputChunk, bundle: Rollup.OutputBundle): Rollup.OutputChunk[] => {
  const found = new Set([chunk]);
  // A set is gone through to what is added meanwhile.
  for (const { imports } of found)
    for (const name of imports) {
      const imported = bundle[name];
      if (imported?.type === 'chunk') found.add(imported);
    }
  return [...found];
};

const source = (bundle: Rollup.OutputBundle): string => {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const entry = chunks.find(({ isEntry }) => isEntry);
  const known = new Set(entry && neededBy(entry, bundle));
  const table = FIRST_PAGES.map(({ path, page, data }) => {
    const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(page));
    if (!chunk) throw new Error(`${page} is no page of the build`);
    const needed = neededBy(chunk, bundle).filter((one) => !known.has(one));
    const styles = needed.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
    return [path, [...SHELL_DATA, ...data], needed.map(({ fileName }) => fileName), styles];
  });
  return `for (const [path, data, scripts, styles] of ${JSON.stringify(table)}) {
  const found = new RegExp(path).exec(location.pathname);
  if (!found) continue;
  const ask = (href, hint) => document.head.append(Object.assign(document.createElement('link'), { href, crossOrigin: '', ...hint }));
  for (const name of data) ask('/api/' + name.replace('$1', found[1]), { rel: 'preload', as: 'fetch' });
  for (const file of styles) ask('/' + file, { rel: 'preload', as: 'style' });
  for (const file of scripts) ask('/' + file, { rel: 'modulepreload' });
}
`;
};

/**
 * Asks for the code and the data of the page that is opened while the application's own script is still on its way, not once it has
 * run; and never after it, when the page asks by itself. A file, since the content security policy allows no inline script.
 */
export const firstPage = (): Plugin => ({
  name: 'beffroi:first-page',
  apply: 'build',
  transformIndexHtml: () => [{ tag: 'script', attrs: { src: `/${FILE}` }, injectTo: 'head-prepend' }],
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      this.emitFile({ type: 'asset', fileName: FILE, source: source(bundle) });
    },
  },
});
