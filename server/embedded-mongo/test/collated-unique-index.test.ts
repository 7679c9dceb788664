import fc from 'fast-check';
import type { CollationOptions, Collection } from 'mongodb';
import { expect, test } from 'vitest';
import { startTestStore } from './support/test-store.ts';

interface Person {
  _id: number;
  name?: string;
}

/** Few, so that values meet and are free again often. */
const name = fc.constantFrom('', 'a', 'A', 'á', 'Á', 'ss', 'ß', '1', '01', 'a b');
const id = fc.integer({ min: 0, max: 5 });
const stepOf = <Kind extends string>(kind: Kind) => fc.record({ kind: fc.constant(kind), _id: id, name });
const step = fc.oneof(
  { weight: 8, arbitrary: stepOf('insert') },
  { weight: 8, arbitrary: stepOf('update') },
  { weight: 5, arbitrary: stepOf('delete') },
  // What is remembered is read again from the documents.
  { weight: 1, arbitrary: stepOf('start again') },
);

/** The engine's own comparison, whose answers the index has to give. */
const COLLATIONS: [CollationOptions, Intl.Collator][] = [
  [{ locale: 'en', strength: 1 }, new Intl.Collator('en', { sensitivity: 'base' })],
  [{ locale: 'de', strength: 2 }, new Intl.Collator('de', { sensitivity: 'accent' })],
  [{ locale: 'fr', strength: 3, numericOrdering: true }, new Intl.Collator('fr', { numeric: true })],
];

async function take(people: Collection<Person>, kind: 'insert' | 'update' | 'delete', person: Required<Person>): Promise<void> {
  if (kind === 'insert') await people.insertOne(person);
  else if (kind === 'update') await people.updateOne({ _id: person._id }, { $set: { name: person.name } });
  else await people.deleteOne({ _id: person._id });
}

test.each(COLLATIONS)('a unique index with %j refuses what is equal by it, and nothing else', async (collation, { compare }) => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 60 }), async (steps) => {
      let store = await startTestStore();
      const opened = () => store.db.collection<Person>('people');
      await opened().createIndex({ name: 1 }, { unique: true, collation });
      const there = new Map<number, string>();
      for (const { kind, ...person } of steps) {
        if (kind === 'start again') {
          await store.stop();
          store = await startTestStore({ dataDir: store.dataDir });
          continue;
        }
        const others = [...there].filter(([_id]) => _id !== person._id);
        const written = kind === 'insert' || (kind === 'update' && there.has(person._id));
        const refused =
          (kind === 'insert' && there.has(person._id)) || (written && others.some(([, other]) => compare(other, person.name) === 0));
        const taken = await take(opened(), kind, person).then(
          () => true,
          ({ code }) => code !== 11000,
        );
        expect(taken).toBe(!refused);
        if (!refused && written) there.set(person._id, person.name);
        if (kind === 'delete') there.delete(person._id);
      }
      expect(await opened().countDocuments()).toBe(there.size);
      await store.stop();
    }),
    { numRuns: 4 },
  );
});
