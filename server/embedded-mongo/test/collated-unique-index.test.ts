import fc from 'fast-check';
import type { CollationOptions, Collection } from 'mongodb';
import { expect, test } from 'vitest';
import { startTestStore } from './support/test-store.ts';

interface Person {
  _id: number;
  name?: string;
}

const name = fc.array(fc.constantFrom('a', 'A', 'á', 'Á', 'ss', 'ß', 'b', '1', '01', ' '), { maxLength: 3 }).map((parts) => parts.join(''));
const id = fc.integer({ min: 0, max: 9 });
const step = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), _id: id, name }),
  fc.record({ kind: fc.constant('update' as const), _id: id, name }),
  fc.record({ kind: fc.constant('delete' as const), _id: id, name }),
  fc.record({ kind: fc.constant('start again' as const), _id: id, name }),
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
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
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
    { numRuns: 15 },
  );
});
