import { readEnv } from '../server/src/env.ts';
import { connectMongo } from '../server/src/platform/mongo.ts';
import { type SignedIn, signIn } from './replacements/people.ts';
import { type Processes, race, raceWithKills } from './replacements/races.ts';
import { measureReads } from './replacements/reads.ts';
import { measureScreens } from './replacements/screens.ts';
import { COMMUNES, communeOf, seedCommunes, seedReplacements } from './replacements/seed.ts';
import { measureVacancies } from './replacements/vacancies.ts';
import { seedVacancies } from './replacements/vacancies-seed.ts';
import { run, startOn, startTerritory, stopTerritory, type Territory } from './territory.ts';

const THREADS = 400;
const ROUNDS = 100;

/** A second application on the same store, which is killed and started again. */
const startSecond = async ({ url, uri, folder }: Territory): Promise<Processes> => {
  let second = await startOn(uri, folder);
  const urls = [url, second.url];
  const killSecond = async (): Promise<void> => {
    const gone = new Promise((resolve) => second.child.once('exit', resolve));
    second.child.kill('SIGKILL');
    await gone;
    second = await startOn(uri, folder);
    urls[1] = second.url;
  };
  return { urls, killSecond, child: () => second.child };
};

/** Asked of an application that knows the centres of the communes, which are read at its start. */
const vacancies = async ({ uri, folder }: Territory, hr: SignedIn): Promise<void> => {
  const { url, child } = await startOn(uri, folder);
  await measureVacancies(url, hr, communeOf(0)).finally(() => child.kill('SIGTERM'));
};

/**
 * Measures replacements on 2,000 substitutes and 500 needs a day for ninety days: reads beside bare reads of the same rows, the way to
 * fifty screens, and races of two processes; and the search of 10,000 vacancies. `-- --only reads,vacancies,screens,races,kills` measures
 * some; `--rounds 10` races less.
 */
const bench = async (parameters: string[]): Promise<void> => {
  const value = (name: string): string | undefined => parameters[parameters.indexOf(name) + 1 || parameters.length];
  const only = value('--only')?.split(',') ?? ['reads', 'vacancies', 'screens', 'races', 'kills'];
  const rounds = Number(value('--rounds') ?? ROUNDS);
  run('npm', ['run', '--silent', 'build']);
  const territory = await startTerritory(THREADS, { name: 'replacements', kept: true });
  const disconnect = await connectMongo(readEnv({ MONGODB_URI: territory.uri, LOG_LEVEL: 'silent' }));
  let second: Processes | undefined;
  try {
    await seedCommunes();
    if (only.some((one) => one !== 'vacancies')) await seedReplacements();
    if (only.includes('vacancies')) await seedVacancies();
    const hrs: SignedIn[] = [];
    for (let index = 0; index < COMMUNES; index++) hrs.push(await signIn(territory.url, index));
    const [hr] = hrs as [SignedIn];
    if (only.includes('reads')) await measureReads(territory.url, { cookie: hr.cookie }, communeOf(0));
    if (only.includes('vacancies')) await vacancies(territory, hr);
    if (only.includes('screens')) await measureScreens(territory.url, hr);
    if (only.includes('races') || only.includes('kills')) second = await startSecond(territory);
    if (second && only.includes('races')) await race(second, hrs, rounds);
    if (second && only.includes('kills')) await raceWithKills(second, hrs, rounds);
  } finally {
    second?.child().kill('SIGTERM');
    await disconnect();
    stopTerritory(territory);
  }
};

await bench(process.argv.slice(2));
