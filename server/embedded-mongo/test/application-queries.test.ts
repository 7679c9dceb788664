import fc from "fast-check";
import type { Collection, Document } from "mongodb";
import { describe, expect, test } from "vitest";
import { startTestStore } from "./support/test-store.ts";

/** The part of an explanation that tells how the documents are found. */
async function planOf(find: { explain(verbosity: string): Promise<Document> }) {
  const { queryPlanner, executionStats } = await find.explain("executionStats");
  const { winningPlan } = queryPlanner;
  const scan = winningPlan.inputStage?.inputStage ?? winningPlan.inputStage ?? winningPlan;
  return { stage: winningPlan.stage as string, scan: scan as Document, filtered: winningPlan.filtered === true, keys: executionStats.totalKeysExamined as number, documents: executionStats.totalDocsExamined as number, returned: executionStats.nReturned as number };
}

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
  const terms = ["commune", ...(_id % 2 === 0 ? ["marche"] : []), ...(_id % 3 === 0 ? ["travaux", "comite"] : []), ...(_id % 500 === 7 ? ["canicule"] : []), ...(_id % 50 === 0 ? ["compte"] : [])];
  return { _id, terms, at: new Date(1000 * ((_id * 7919) % ENTRIES)), clubId: _id % 20, kind: _id % 4 === 0 ? "document" : "thread" };
}

async function searchCollection(): Promise<Collection<Entry>> {
  const { db } = await startTestStore();
  const entries = db.collection<Entry>("search");
  await entries.createIndex({ terms: 1, at: -1 });
  await entries.insertMany(Array.from({ length: ENTRIES }, (_, i) => searchEntry(i)));
  return entries;
}

function expectedSearch(terms: string[], matches: (entry: Entry) => boolean, limit: number): number[] {
  const all = Array.from({ length: ENTRIES }, (_, i) => searchEntry(i)).filter((entry) => terms.every((term) => entry.terms.includes(term)) && matches(entry));
  return all.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, limit).map(({ _id }) => _id);
}

describe("search by words", () => {
  const clubs = Array.from({ length: 13 }, (_, i) => i);

  test("goes through two frequent words together and stops at the limit", async () => {
    const entries = await searchCollection();
    const find = () => entries.find({ terms: { $all: ["marche", "travaux"] }, clubId: { $in: clubs }, kind: "thread" }).sort({ at: -1 }).limit(20);
    expect((await find().toArray()).map(({ _id }) => _id)).toEqual(expectedSearch(["marche", "travaux"], ({ clubId, kind }) => clubs.includes(clubId) && kind === "thread", 20));
    const plan = await planOf(find());
    expect(plan).toMatchObject({ stage: "FETCH", returned: 20, scan: { indexName: "terms_1_at_-1", intersected: 2 } });
    expect(plan.documents).toBeLessThan(120);
  });

  test("reads only the rare word when there is one, in whatever place", async () => {
    const entries = await searchCollection();
    for (const $all of [["commune", "canicule"], ["canicule", "commune"]]) {
      const find = () => entries.find({ terms: { $all } }).sort({ at: -1 }).limit(200);
      expect((await find().toArray()).map(({ _id }) => _id)).toEqual(expectedSearch($all, () => true, 200));
      expect(await planOf(find())).toMatchObject({ stage: "FETCH", keys: 6, documents: 6, scan: { intersected: 0 } });
    }
  });

  test("finds by a word and the beginning of another", async () => {
    const entries = await searchCollection();
    const find = () => entries.find({ terms: { $all: ["compte", /^com/] } }).sort({ at: -1 }).limit(200);
    expect((await find().toArray()).map(({ _id }) => _id)).toEqual(expectedSearch(["compte"], () => true, 200));
    expect((await planOf(find())).keys).toBe(60);
    const byBeginning = await entries.find({ terms: /^can/ }).toArray();
    expect(byBeginning.map(({ _id }) => _id).sort((a, b) => a - b)).toEqual([7, 507, 1007, 1507, 2007, 2507]);
  });

  test("agrees with a scan whatever the words, the period, the direction and the limit", async () => {
    const entries = await searchCollection();
    const word = fc.constantFrom("commune", "marche", "travaux", "comite", "compte", "canicule", "absent");
    const search = fc.record({ words: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }), since: fc.integer({ min: 0, max: ENTRIES }), direction: fc.constantFrom(1 as const, -1 as const), limit: fc.constantFrom(0, 1, 17) });
    await fc.assert(
      fc.asyncProperty(search, async ({ words, since, direction, limit }) => {
        const find = () => entries.find({ terms: { $all: words }, at: { $gte: new Date(1000 * since) } }, { projection: { _id: 1 } }).sort({ at: direction }).limit(limit);
        expect(await find().toArray()).toEqual(await find().hint({ $natural: 1 }).toArray());
      }),
      { numRuns: 60 },
    );
  });
});

describe("lists of threads", () => {
  async function threads() {
    const { db } = await startTestStore();
    const collection = db.collection<{ _id: number; clubId: number; status: string; deletedAt: Date | null; lastActivityAt: Date }>("threads");
    await collection.createIndexes([{ key: { clubId: 1, deletedAt: 1, lastActivityAt: -1, _id: -1 } }, { key: { clubId: 1, status: 1, lastActivityAt: -1 } }]);
    await collection.insertMany(Array.from({ length: 1000 }, (_, _id) => ({ _id, clubId: _id % 5, status: _id % 3 === 0 ? "resolved" : "open", deletedAt: _id % 50 === 0 ? new Date(0) : null, lastActivityAt: new Date(1000 * Math.floor(_id / 20)) })));
    return collection;
  }

  test("reads a page from the index alone, in its order", async () => {
    const collection = await threads();
    const find = () => collection.find({ clubId: 2, deletedAt: null }).sort({ lastActivityAt: -1, _id: -1 }).limit(20);
    expect(await planOf(find())).toMatchObject({ stage: "FETCH", filtered: false, keys: 20, documents: 20, scan: { indexName: "clubId_1_deletedAt_1_lastActivityAt_-1__id_-1", direction: "forward" } });
    const backward = collection.find({ clubId: 2, deletedAt: null }).sort({ lastActivityAt: 1, _id: 1 }).limit(20);
    expect(await planOf(backward)).toMatchObject({ keys: 20, scan: { direction: "backward" } });
  });

  test("continues after a cursor without reading the pages before", async () => {
    const collection = await threads();
    const page = (filter: Document) => collection.find({ clubId: 2, deletedAt: null, ...filter }).sort({ lastActivityAt: -1, _id: -1 }).limit(20);
    const all = await page({}).limit(0).toArray();
    const last = all[99] as (typeof all)[number];
    const next = { $or: [{ lastActivityAt: { $lt: last.lastActivityAt } }, { lastActivityAt: last.lastActivityAt, _id: { $lt: last._id } }] };
    expect(await page(next).toArray()).toEqual(all.slice(100, 120));
    const plan = await planOf(page(next));
    expect(plan).toMatchObject({ stage: "FETCH", returned: 20 });
    expect(plan.keys).toBeLessThan(30);
  });

  test("merges the clubs of a member in order of activity", async () => {
    const collection = await threads();
    const find = () => collection.find({ clubId: { $in: [1, 3, 4] }, status: "open" }).sort({ lastActivityAt: -1 }).limit(20);
    const plan = await planOf(find());
    expect(plan).toMatchObject({ stage: "FETCH", returned: 20, documents: 20, scan: { indexName: "clubId_1_status_1_lastActivityAt_-1", merged: true, ranges: 3 } });
    const found = await find().toArray();
    const sorted = await collection.find({ clubId: { $in: [1, 3, 4] }, status: "open" }).hint({ $natural: 1 }).sort({ lastActivityAt: -1 }).limit(20).toArray();
    expect(found.map(({ lastActivityAt }) => lastActivityAt)).toEqual(sorted.map(({ lastActivityAt }) => lastActivityAt));
    expect(found.every(({ clubId, status }) => [1, 3, 4].includes(clubId) && status === "open")).toBe(true);
  });

  test("counts from keys alone", async () => {
    const collection = await threads();
    expect(await collection.countDocuments({ clubId: 2, deletedAt: null })).toBe(200);
    expect(await collection.countDocuments({ clubId: { $in: [0, 2] }, status: "open" }, { skip: 3, limit: 1000 })).toBe(264);
  });
});

test("finds what is pending through a partial index, and only when the query asks for it", async () => {
  const { db } = await startTestStore();
  const outbox = db.collection<{ _id: number; pending?: boolean }>("outbox");
  await outbox.createIndex({ pending: 1 }, { partialFilterExpression: { pending: true } });
  await outbox.insertMany(Array.from({ length: 300 }, (_, _id) => (_id % 100 === 0 ? { _id, pending: true } : { _id, pending: false })));
  expect(await planOf(outbox.find({ pending: true }))).toMatchObject({ keys: 3, returned: 3, scan: { indexName: "pending_1" } });
  expect(await planOf(outbox.find({ pending: false }))).toMatchObject({ stage: "COLLSCAN", returned: 297 });
  await outbox.updateOne({ _id: 100 }, { $unset: { pending: 1 } });
  await outbox.updateOne({ _id: 1 }, { $set: { pending: true } });
  expect((await outbox.find({ pending: true }).toArray()).map(({ _id }) => _id)).toEqual([0, 1, 200]);
});

test("deletes what has expired, and nothing else", async () => {
  const { db } = await startTestStore({ ttlInterval: 20 });
  const tokens = db.collection<{ _id: number; expiresAt?: unknown }>("tokens");
  await tokens.createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  const past = new Date(Date.now() - 60_000);
  await tokens.insertMany([{ _id: 1, expiresAt: past }, { _id: 2, expiresAt: new Date(Date.now() + 3_600_000) }, { _id: 3 }, { _id: 4, expiresAt: "never" }, { _id: 5, expiresAt: [past] }, { _id: 6, expiresAt: 0 }]);
  await expect.poll(() => tokens.find().toArray().then((left) => left.map(({ _id }) => _id))).toEqual([2, 3, 4, 6]);
});
