// Keeps the data of the embedded store: npm run data:check | data:backup | data:restore | data:move
import { cpSync, existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildDataTools, ROOT } from './build.mjs';

const USAGE = `npm run data:check [-- --dry-run]           compare documents et index, et répare les index
npm run data:backup -- --to DOSSIER          copie cohérente, serveur en marche ou non
npm run data:restore -- --from DOSSIER       remet une copie en place, serveur arrêté
npm run data:move -- --to mongodb://ADRESSE  copie tout vers un MongoDB, vérifié, serveur arrêté

Les données sont celles de DATA_DIR (./data) ; --data DOSSIER en désigne d’autres.`;

/** A request that cannot be carried out as it is written. */
class WrongRequest extends Error {}

const say = (sentence) => process.stdout.write(`${sentence}\n`);
const count = (number, singular, plural = `${singular}s`) => `${number.toLocaleString('fr-FR')} ${number > 1 ? plural : singular}`;
const tool = async (name) => import(join(ROOT, 'server/dist/data', `${name}.js`));
const storeOf = (dataDir) => join(dataDir, 'store');

/** What Beffroi keeps beside the store: without the secret, sessions and second factors of the store are worth nothing. */
const BESIDE = ['files', 'auth-secret'];

const copyBeside = (from, to) => {
  for (const name of BESIDE) {
    // A file never changes once it is there, so what has been copied already is left alone.
    if (existsSync(join(from, name))) cpSync(join(from, name), join(to, name), { recursive: true, force: false });
  }
};

const damageOf = ({ namespace, unreadable, miscounted, indexes }) => [
  ...(unreadable > 0 ? [`${namespace} : ${count(unreadable, 'document illisible', 'documents illisibles')}`] : []),
  ...(miscounted ? [`${namespace} : compte faux`] : []),
  ...indexes.flatMap(({ name, missing, extra, arrays, duplicates }) => [
    ...(missing > 0 ? [`${namespace}, index ${name} : ${count(missing, 'entrée manque', 'entrées manquent')}`] : []),
    ...(extra > 0 ? [`${namespace}, index ${name} : ${count(extra, 'entrée de trop', 'entrées de trop')}`] : []),
    ...(arrays ? [`${namespace}, index ${name} : tableaux ignorés`] : []),
    ...(duplicates > 0 ? [`${namespace}, index unique ${name} : ${count(duplicates, 'doublon')}`] : []),
  ]),
];

/** @returns the exit code: 1 while something is wrong that nobody but a person can put right */
const check = async (dataDir, options) => {
  const { checkData } = await tool('check-data');
  const repair = !options['dry-run'];
  const { collections, remains } = await checkData(storeOf(dataDir), repair);
  const documents = collections.reduce((sum, collection) => sum + collection.documents, 0);
  say(`${count(collections.length, 'collection')}, ${count(documents, 'document')} et leurs index comparés.`);
  const damage = collections.flatMap(damageOf);
  if (remains > 0) damage.push(`${count(remains, 'reste')} de collections ou d’index disparus`);
  if (damage.length === 0) {
    say('Tout concorde.');
    return 0;
  }
  for (const line of damage) say(`  ${line}`);
  if (!repair) return 1;
  const left = (await checkData(storeOf(dataDir))).collections.flatMap(damageOf);
  say(left.length === 0 ? 'Tout est réparé.' : 'Réparé, sauf ceci, à corriger à la main (une copie peut aider) :');
  for (const line of left) say(`  ${line}`);
  return left.length === 0 ? 0 : 1;
};

const backup = async (dataDir, { to }) => {
  if (!to) throw new WrongRequest('Dites où copier : --to DOSSIER.');
  const { backUp } = await tool('back-up');
  if (existsSync(to)) throw new WrongRequest(`${to} existe déjà.`);
  // Before the store and again after: whatever file its moment knows of is in one of the two.
  copyBeside(dataDir, to);
  const { collections, documents } = await backUp(storeOf(dataDir), storeOf(to));
  copyBeside(dataDir, to);
  const size = Math.ceil(statSync(join(storeOf(to), 'data.mdb')).size / 1e6);
  say(`${count(collections, 'collection')}, ${count(documents, 'document')} (${size} Mo) et les fichiers sont copiés dans ${to}.`);
  return 0;
};

const restoreBackup = async (dataDir, { from }) => {
  if (!from) throw new WrongRequest('Dites quelle copie remettre : --from DOSSIER.');
  const { restore } = await tool('restore');
  const { collections, documents, replaced } = await restore(storeOf(from), storeOf(dataDir));
  for (const name of BESIDE)
    if (existsSync(join(from, name))) cpSync(join(from, name), join(dataDir, name), { recursive: true, force: true });
  say(`${count(collections, 'collection')}, ${count(documents, 'document')} et les fichiers sont remis dans ${dataDir}.`);
  if (replaced) say(`Ce qui s’y trouvait est gardé dans ${replaced} ; supprimez-le quand vous n’en aurez plus besoin.`);
  return 0;
};

/** A database named in the address wins, as for the server. */
const databaseIn = (address) => /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(address)?.[1];

const move = async (dataDir, { to }) => {
  if (!/^mongodb(\+srv)?:\/\//.test(to ?? '')) throw new WrongRequest('Dites où tout copier : --to mongodb://ADRESSE.');
  const [{ startStore }, { moveData }] = await Promise.all([tool('server'), tool('move-data')]);
  // Nothing may expire between the copy and its comparison.
  const store = await startStore({ dataDir: storeOf(dataDir), ttlInterval: 2 ** 31 - 1 });
  try {
    const named = databaseIn(to);
    const nameOf = (name) => (name === 'beffroi' && named ? named : name);
    const onCopied = (namespace, documents) => say(`  ${namespace} : ${count(documents, 'document')}`);
    const { collections, documents } = await moveData({ from: store.url, to, nameOf, onCopied });
    say(`${count(collections, 'collection')}, ${count(documents, 'document')} copiés et comparés.`);
    say('Démarrez désormais le serveur avec MONGODB_URI sur cette adresse. Les fichiers et le secret restent dans DATA_DIR.');
    return 0;
  } finally {
    await store.close();
  }
};

const COMMANDS = { check, backup, restore: restoreBackup, move };

const run = async () => {
  const options = { data: { type: 'string' }, to: { type: 'string' }, from: { type: 'string' }, 'dry-run': { type: 'boolean' } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const command = COMMANDS[positionals[0]];
  if (!command) throw new WrongRequest(USAGE);
  const dataDir = resolve(values.data ?? process.env.DATA_DIR ?? join(ROOT, 'data'));
  if (command !== restoreBackup && !existsSync(join(storeOf(dataDir), 'data.mdb')))
    throw new WrongRequest(`Le magasin embarqué n’a pas de données dans ${dataDir}.`);
  await buildDataTools();
  return command(dataDir, values);
};

run().then(
  (code) => process.exit(code),
  (error) => {
    process.stderr.write(error.code === 'EBUSY' ? 'Un serveur tient ces données : arrêtez-le d’abord.\n' : `${error.message}\n`);
    process.exit(error instanceof WrongRequest || error.code?.startsWith?.('ERR_PARSE_ARGS') ? 2 : 1);
  },
);
