/**
 * Who may import what. `shared` is what both sides agree on; a feature bears one name in every room and meets other features
 * through their queries, their domain events, or a page.
 */
const server = '^server/src/';
const client = '^client/src/';
const feature = (side) => `^${side}/src/features/([^/]+)/`;
/** Files beside the source that no program loads. */
const test = '\\.(test|fixtures)\\.tsx?$';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('no-cycles', 'What depends on itself can only be understood, and tested, as a whole.', {}, { circular: true }),
    rule('nothing-missing', 'An import must lead somewhere.', {}, { couldNotResolve: true, pathNot: ['^virtual:', '\\.css$'] }),
    rule(
      'shared-stands-alone',
      'shared runs in the browser and on the server: it needs zod and the contract builder only.',
      { path: '^shared/src/', pathNot: [test, '^shared/src/collab/'] },
      { pathNot: ['^shared/src/', '^node_modules/(zod|@orpc/contract)/'] },
    ),
    rule(
      'documents-have-one-schema',
      'Editor, room and exports share one Tiptap schema; what loads with the first page stays free of it.',
      { path: '^shared/src/collab/', pathNot: test },
      { pathNot: ['^shared/src/(collab|core)/', '^node_modules/(zod|yjs|@tiptap/[^/]+)/'] },
    ),
    rule(
      'only-documents-load-their-schema',
      'The schema weighs a hundred kilobytes: a contract that leaned on it would bring them to every page.',
      { path: '^shared/src/(?!collab/)', pathNot: test },
      { path: '^shared/src/collab/' },
    ),
    rule(
      'client-and-server-apart',
      'They agree through shared.',
      { path: '^(client|server)/' },
      { path: '^(client|server)/', pathNot: '^$1/' },
    ),
    rule(
      'store-is-a-component-of-its-own',
      'The embedded store could be published alone: it knows nothing of Beffroi.',
      { path: '^server/embedded-mongo/' },
      { path: '^(shared|server|client|tests)/', pathNot: '^server/embedded-mongo/' },
    ),
    rule(
      'application-does-not-know-its-store',
      'The application speaks to a MongoDB by its address and never knows which one answers.',
      { path: `^server/(src|bin)/` },
      { path: '^server/embedded-mongo/src/' },
    ),
    rule(
      'platform-is-below-features',
      'platform and http serve every feature, so they know none.',
      { path: `${server}(platform|http)/`, pathNot: test },
      { path: `${server}(?!platform/|http/|collab/collab-feature\\.ts$|env\\.ts$)` },
    ),
    rule(
      'realtime-is-below-features',
      'The socket server is composed with the features by app.ts.',
      { path: `${server}realtime/`, pathNot: test },
      { path: `${server}(?!platform/|http/|realtime/|env\\.ts$)` },
    ),
    rule(
      'collab-is-below-features',
      'The room server knows documents by their id; whose they are, and who may do what, is told by app.ts and by events.',
      { path: `${server}collab/`, pathNot: test },
      { path: `${server}(?!platform/|http/|collab/|env\\.ts$)` },
    ),
    rule(
      'server-feature-reads-only-queries-of-another',
      'Of another feature only its reads (`*.queries.ts`); other effects go by domain event. Rights are kept inside the person, where one update changes them: her model is shared.',
      { path: feature('server'), pathNot: test },
      {
        path: feature('server'),
        pathNot: [
          '^server/src/features/$1/',
          '^server/src/features/[^/]+/[^/]+\\.queries\\.ts$',
          '^server/src/features/accounts/person\\.model\\.ts$',
        ],
      },
    ),
    rule(
      'server-feature-stands-on-platform',
      'A feature is composed by app.ts and does not reach up to it, nor to the demonstration.',
      { path: feature('server'), pathNot: test },
      {
        path: `${server}(?!features/|platform/|http/|realtime/|collab/(collab-feature|collab\\.events|document-content|opened-document)\\.ts$|env\\.ts$)`,
      },
    ),
    rule(
      'client-ui-knows-no-domain',
      'The design system has no domain words: not even shared. It speaks French, though, and tells the time.',
      { path: `${client}ui/`, pathNot: test },
      { path: ['^shared/', `${client}(?!ui/|theme/|lib/(french-[^/]+|clock)\\.ts$)`] },
    ),
    rule(
      'client-lib-and-editor-are-below-features',
      'lib and editor serve every feature, so they know none.',
      { path: `${client}(lib|editor)/`, pathNot: test },
      { path: `${client}(?!lib/|editor/|ui/|theme/)` },
    ),
    rule(
      'client-feature-knows-no-other',
      'pages compose features.',
      { path: feature('client'), pathNot: test },
      { path: feature('client'), pathNot: '^client/src/features/$1/' },
    ),
    rule(
      'client-feature-knows-no-page',
      'pages compose features, not the reverse.',
      { path: feature('client'), pathNot: test },
      { path: `${client}(?!features/|lib/|editor/|ui/|theme/)` },
    ),
    rule(
      'no-tests-in-programs',
      'Test code is never loaded by the product.',
      { path: '^(shared|server|client)/', pathNot: [test, '/testing/'] },
      { path: [test, '^tests/'] },
    ),
  ],
  options: {
    // Type imports draw the same arrows as any other.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '^client/src/.*\\.(css|svg|woff2)$'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
    combinedDependencies: true,
  },
};
