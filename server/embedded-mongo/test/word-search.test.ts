import fc from 'fast-check';
import type { Collection } from 'mongodb';
import { describe, expect, test } from 'vitest';
import { planOf } from './support/plan-of.ts';
import { startTestStore } from './support/test-store.ts';

interface Entry {
  _id: number;
  terms: string[];
  at: Date;
  clubId: number;
  kind: string;
}

const ENTRIES = 3000;

/** "commune" is everywhere, "canicule" rare, the others in between and unevenly together. */
function searchEntry(_id: number): Entry {
  const terms = [
    'commune',
    ...(_id % 2 === 0 ? ['marche'] : []),
    ...(_id % 3 === 0 ? ['travaux', 'comite'] : []),
    ...(_id % 500 === 7 ? ['canicule'] : []),
    ...(_id % 50 === 0 ? ['compte'] : []),
  ];
  return { _id, terms, at: new Date(1000 * ((_id * 7919) % ENTRIES)), clubId: _id % 20, kind: _id % 4 === 0 ? 'document' : 'thread' };
}

async function searchCollection(): Promise<Collection<Entry>> {
  const { db } = await startTestStore();
  const entries = db.collection<Entry>('search');
  await entries.createIndex({ terms: 1, at: -1 });
  await entries.insertMany(Array.from({ length: ENTRIES }, (_, i) => searchEntry(i)));
  return entries;
}

function expectedSearch(terms: string[], matches: (entry: Entry) => boolean, limit: number): number[] {
  const all = Array.from({ length: ENTRIES }, (_, i) => searchEntry(i)).filter(
    (entry) => terms.every((term) => entry.terms.includes(term)) && matches(entry),
  );
  return all
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, limit)
    .map(({ _id }) => _id);
}

describe('search by words', () => {
  const clubs = Array.from({ length: 13 }, (_, i) => i);

  test('goes through two frequent words together and stops at the limit', async () => {
    const entries = await searchCollection();
    const find = () =>
      entries
        .find({ terms: { $all: ['marche', 'travaux'] }, clubId: { $in: clubs }, kind: 'thread' })
        .sort({ at: -1 })
        .limit(20);
    expect((await find().toArray()).map(({ _id }) => _id)).toEqual(
      expectedSearch(['marche', 'travaux'], ({ clubId, kind }) => clubs.includes(clubId) && kind === 'thread', 20),
    );
    const plan = await planOf(find());
    expect(plan).toMatchObject({ stage: 'FETCH', returned: 20, scan: { indexName: 'terms_1_at_-1', intersected: 2 } });
    expect(plan.documents).toBeLessThan(120);
  });

  test('reads only the rare word when there is one, in whatever place', async () => {
    const entries = await searchCollection();
    for (const $all of [
      ['commune', 'canicule'],
      ['canicule', 'commune'],
    ]) {
      const find = () => entries.find({ terms: { $all } }).sort({ at: -1 }).limit(200);
      expect((await find().toArray()).map(({ _id }) => _id)).toEqual(expectedSearch($all, () => true, 200));
      expect(await planOf(find())).toMatchObject({ stage: 'FETCH', keys: 6, documents: 6, scan: { intersected: 0 } });
    }
  });

  test('finds by a word and the beginning of another', async () => {
    const entries = await searchCollection();
    const find = () =>
      entries
        .find({ terms: { $all: ['compte', /^com/] } })
        .sort({ at: -1 })
        .limit(200);
    expect((await find().toArray()).map(({ _id }) => _id)).toEqual(expectedSearch(['compte'], () => true, 200));
    expect((await planOf(find())).keys).toBe(60);
    const byBeginning = await entries.find({ terms: /^can/ }).toArray();
    expect(byBeginning.map(({ _id }) => _id).sort((a, b) => a - b)).toEqual([7, 507, 1007, 1507, 2007, 2507]);
  });

  test('agrees with a scan whatever the words, the period, the direction and the limit', async () => {
    const entries = await searchCollection();
    const word = fc.constantFrom('commune', 'marche', 'travaux', 'comite', 'compte', 'canicule', 'absent');
    const search = fc.record({
      words: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
      since: fc.integer({ min: 0, max: ENTRIES }),
      direction: fc.constantFrom(1 as const, -1 as const),
      limit: fc.constantFrom(0, 1, 17),
    });
    await fc.assert(
      fc.asyncProperty(search, async ({ words, since, direction, limit }) => {
        const find = () =>
          entries
            .find({ terms: { $all: words }, at: { $gte: new Date(1000 * since) } }, { projection: { _id: 1 } })
            .sort({ at: direction })
            .limit(limit);
        expect(await find().toArray()).toEqual(await find().hint({ $natural: 1 }).toArray());
      }),
      { numRuns: 60 },
    );
  });
});
