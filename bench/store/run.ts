import { parseArgs } from 'node:util';
import { type Db, MongoClient } from 'mongodb';
import { type Cost, measure, memoryOf } from './measure.ts';
import { measureOpening } from './opening.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import { measurePauses } from './pauses.ts';
import { fillStore, type RawProcess, type StoreProcess, startRaw, startStore } from './processes.ts';
import { comparison, flatness, type Measured, openings, pauses, transports } from './report.ts';
import { measureTransports } from './transports.ts';
import { WireClient } from './wire-client.ts';

interface Subject {
  size: number;
  store: StoreProcess;
  client: MongoClient;
  db: Db;
  wire: WireClient;
  raw: RawProcess;
}

async function start(size: number): Promise<Subject> {
  const store = await startStore(await fillStore(size, true));
  const raw = await startRaw(size);
  const client = await MongoClient.connect(store.url, { maxPoolSize: 50 });
  return { size, store, client, db: client.db('bench'), wire: await WireClient.connect(store.url), raw };
}

async function stop({ store, client, wire, raw }: Subject): Promise<void> {
  wire.close();
  await client.close();
  await store.stop();
  await raw.stop();
}

/** Both must find the same, or their costs compare nothing. */
async function check({ db, raw, size }: Subject, { name, driver, command }: Operation): Promise<void> {
  if (!command) return;
  for (let n = 0; n < 40; n++) {
    const [found, expected] = [await driver(db, n, size), await raw.find(name, n)];
    if (found !== expected)
      throw new Error(
        `${name}: the store finds ${found}, LMDB alone ${expected}. Remove bench/out/store-* if the data is of another version.`,
      );
  }
}

/** The three ways one after the other, so that what else the machine does touches them alike. */
async function measureOnce({ db, store, wire, raw, size }: Subject, operation: Operation, seconds: number) {
  const { command, together } = operation;
  const driver = await measure((n) => operation.driver(db, n, size), together, seconds, store.pid);
  const bytes: Cost | undefined = command && (await measure((n) => wire.ask(command(n, size)), 1, seconds, store.pid));
  return { driver, bytes, raw: await raw.measure(operation.name, seconds) };
}

async function measureAll(subjects: Subject[], operations: Operation[], rounds: number, seconds: number): Promise<Measured[]> {
  const measured: Measured[] = operations.flatMap(({ name }) =>
    subjects.map(({ size }) => ({ name, size, driver: [], bytes: [], raw: [] })),
  );
  for (let round = 0; round < rounds; round++) {
    for (const operation of operations) {
      for (const subject of subjects) {
        if (round === 0) await check(subject, operation);
        const once = await measureOnce(subject, operation, seconds);
        const into = measured.find(({ name, size }) => name === operation.name && size === subject.size) as Measured;
        into.driver.push(once.driver);
        into.raw.push(once.raw);
        if (once.bytes) into.bytes.push(once.bytes);
      }
    }
  }
  return measured;
}

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,300000' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    parts: { type: 'string', default: 'operations,transports,pauses,opening' },
  },
});
const sizes = values.sizes.split(',').map(Number);
const parts = values.parts.split(',');
const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)];
const { buildStore }: { buildStore(): Promise<void> } = await import(new URL('../../server/bin/build.mjs', import.meta.url).href);
await buildStore();

if (parts.includes('operations')) {
  const subjects: Subject[] = [];
  for (const size of sizes) subjects.push(await start(size));
  const operations = OPERATIONS.filter(({ name }) => name.includes(values.only));
  const measured = await measureAll(subjects, operations, rounds, seconds);
  const shown = sizes[sizes.length >> 1] as number;
  console.log(comparison(measured, shown));
  console.log(flatness(measured, sizes));
  for (const { size, store } of subjects)
    console.log(`Anonymous memory of the store at ${size} documents: ${Math.round(memoryOf(store.pid))} MB.`);
  for (const subject of subjects) await stop(subject);
}
if (parts.includes('transports')) console.log(transports(await measureTransports(sizes[0] as number, rounds, seconds)));
if (parts.includes('pauses')) console.log(pauses(await measurePauses(sizes.at(-1) as number)));
if (parts.includes('opening')) console.log(openings(await measureOpening(rounds)));
