import { Binary, type Document, Long, ObjectId } from "mongodb";
import { describe, expect, test } from "vitest";
import { startTestStore } from "./support/test-store.ts";

interface Item extends Document {
  _id: number;
}

async function items(documents: Item[] = []) {
  const { db, client } = await startTestStore();
  const collection = db.collection<Item>("items");
  if (documents.length > 0) await collection.insertMany(documents);
  return { db, client, collection };
}

const numbers = (count: number) => Array.from({ length: count }, (_, _id) => ({ _id, n: _id % 10 }));

describe("writes", () => {
  test("bulkWrite mixes operations and reports each", async () => {
    const { collection } = await items(numbers(3));
    const result = await collection.bulkWrite([
      { insertOne: { document: { _id: 10 } } },
      { updateMany: { filter: { _id: { $lt: 2 } }, update: { $inc: { n: 5 } } } },
      { updateOne: { filter: { _id: 99 }, update: { $set: { made: true } }, upsert: true } },
      { replaceOne: { filter: { _id: 2 }, replacement: { replaced: true } } },
      { deleteOne: { filter: { _id: 10 } } },
    ]);
    expect(result).toMatchObject({ insertedCount: 1, matchedCount: 3, modifiedCount: 3, upsertedCount: 1, upsertedIds: { 2: 99 }, deletedCount: 1 });
    expect(await collection.find().sort({ _id: 1 }).toArray()).toEqual([{ _id: 0, n: 5 }, { _id: 1, n: 6 }, { _id: 2, replaced: true }, { _id: 99, made: true }]);
  });

  test("an ordered insert stops at the first error, an unordered one goes on", async () => {
    const { collection } = await items([{ _id: 2 }]);
    await expect(collection.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3 }])).rejects.toMatchObject({ code: 11000, insertedCount: 1 });
    await expect(collection.insertMany([{ _id: 4 }, { _id: 2 }, { _id: 5 }], { ordered: false })).rejects.toMatchObject({ code: 11000, insertedCount: 2 });
    expect((await collection.find().toArray()).map(({ _id }) => _id)).toEqual([1, 2, 4, 5]);
  });

  test("an upsert takes what the query says by equality", async () => {
    const { db } = await items();
    const people = db.collection("people");
    const { upsertedId } = await people.updateOne({ name: "a", "place.town": "anzin", age: { $gt: 3 }, kind: { $eq: "k" } }, { $set: { n: 1 }, $setOnInsert: { first: true } }, { upsert: true });
    expect(upsertedId).toBeInstanceOf(ObjectId);
    expect(await people.findOne({ _id: upsertedId as ObjectId })).toEqual({ _id: upsertedId, name: "a", place: { town: "anzin" }, kind: "k", n: 1, first: true });
  });

  test("findOneAnd... gives the document before or after, projected", async () => {
    const { collection } = await items(numbers(5));
    expect(await collection.findOneAndUpdate({ n: { $gt: 1 } }, { $inc: { n: 10 } }, { sort: { n: -1 } })).toEqual({ _id: 4, n: 4 });
    expect(await collection.findOneAndUpdate({ _id: 4 }, { $inc: { n: 1 } }, { returnDocument: "after", projection: { _id: 0, n: 1 } })).toEqual({ n: 15 });
    expect(await collection.findOneAndReplace({ _id: 3 }, { other: true }, { returnDocument: "after" })).toEqual({ _id: 3, other: true });
    expect(await collection.findOneAndDelete({ _id: 3 })).toEqual({ _id: 3, other: true });
    expect(await collection.findOneAndDelete({ _id: 3 })).toBeNull();
  });

  test("a pipeline computes an update from the document itself", async () => {
    const { collection } = await items([{ _id: 1, a: 2, b: 3 }]);
    await collection.updateOne({ _id: 1 }, [{ $set: { sum: { $add: ["$a", "$b"] } } }, { $unset: "a" }]);
    expect(await collection.findOne()).toEqual({ _id: 1, b: 3, sum: 5 });
  });
});

describe("reads", () => {
  test("cursors give every document once, whatever the batch, while others write", async () => {
    const { collection } = await items(numbers(200));
    const seen: number[] = [];
    for await (const { _id } of collection.find().batchSize(7)) {
      seen.push(_id);
      if (_id < 100) await collection.updateOne({ _id }, { $set: { touched: true } });
      if (_id === 50) await collection.deleteOne({ _id: 60 });
    }
    expect(seen).toEqual(Array.from({ length: 200 }, (_, i) => i).filter((i) => i !== 60));
  });

  test("a killed cursor is gone", async () => {
    const { db, collection } = await items(numbers(10));
    const cursor = collection.find().batchSize(2);
    await cursor.next();
    const id = cursor.id as Long;
    expect(await db.command({ killCursors: "items", cursors: [id] })).toMatchObject({ cursorsKilled: [id.toNumber()] });
    await expect(cursor.toArray()).rejects.toMatchObject({ code: 43, codeName: "CursorNotFound" });
  });

  test("projections include, exclude, cut arrays and compute", async () => {
    const { collection } = await items([{ _id: 1, a: { x: 1, y: [{ z: 1, w: 2 }, 5] }, list: [{ k: 1 }, { k: 2 }, { k: 3 }], n: 4 }]);
    const project = (projection: Document) => collection.findOne({ list: { $elemMatch: { k: 2 } } }, { projection });
    expect(await project({ "a.x": 1, "a.y.z": 1 })).toEqual({ _id: 1, a: { x: 1, y: [{ z: 1 }] } });
    expect(await project({ "a.y.w": 0, list: 0, _id: 0 })).toEqual({ a: { x: 1, y: [{ z: 1 }, 5] }, n: 4 });
    expect(await project({ list: { $slice: -2 }, a: 0 })).toEqual({ _id: 1, list: [{ k: 2 }, { k: 3 }], n: 4 });
    expect(await project({ list: { $elemMatch: { k: { $gt: 1 } } } })).toEqual({ _id: 1, list: [{ k: 2 }] });
    expect(await project({ "list.$": 1 })).toEqual({ _id: 1, list: [{ k: 2 }] });
    expect(await project({ double: { $multiply: ["$n", 2] }, n: 1 })).toEqual({ _id: 1, double: 8, n: 4 });
    expect(await project({ _id: 1 })).toEqual({ _id: 1 });
    await expect(project({ a: 1, n: 0 })).rejects.toMatchObject({ code: 31254 });
  });

  test("distinct takes array elements apart and keeps order", async () => {
    const { collection } = await items([{ _id: 1, t: ["b", "a"] }, { _id: 2, t: "a" }, { _id: 3, t: 3 }, { _id: 4 }]);
    expect(await collection.distinct("t")).toEqual([3, "a", "b"]);
    expect(await collection.distinct("t", { _id: { $gt: 1 } })).toEqual([3, "a"]);
  });

  test("sorts across types in MongoDB's order, arrays by their smallest or largest element", async () => {
    const values: unknown[] = [null, -1, 2.5, Long.fromNumber(3), "a", { x: 1 }, new Binary(Buffer.from("b")), new ObjectId(), false, true, new Date(0), /re/];
    const { collection } = await items(values.map((v, _id) => ({ _id, v })).reverse());
    expect((await collection.find().sort({ v: 1 }).toArray()).map(({ _id }) => _id)).toEqual(values.map((_, i) => i));
    const arrays = await items([{ _id: 1, v: [5, 1] }, { _id: 2, v: 3 }, { _id: 3, v: [] }, { _id: 4, v: [2, 9] }]);
    expect((await arrays.collection.find().sort({ v: 1 }).toArray()).map(({ _id }) => _id)).toEqual([3, 1, 4, 2]);
    expect((await arrays.collection.find().sort({ v: -1 }).toArray()).map(({ _id }) => _id)).toEqual([4, 1, 2, 3]);
  });

  test("aggregates with lookup, facet, union, group and unwind", async () => {
    const { db, collection } = await items(numbers(30));
    await db.collection<Item>("names").insertMany([{ _id: 1, of: 3, name: "three" }, { _id: 2, of: 3, name: "drei" }]);
    const joined = await collection.aggregate([{ $match: { _id: { $in: [3, 4] } } }, { $lookup: { from: "names", localField: "n", foreignField: "of", as: "names" } }, { $project: { names: "$names.name" } }]).toArray();
    expect(joined).toEqual([{ _id: 3, names: ["three", "drei"] }, { _id: 4, names: [] }]);
    const [facets] = await collection.aggregate([{ $facet: { top: [{ $sort: { _id: -1 } }, { $limit: 1 }], groups: [{ $group: { _id: "$n", count: { $sum: 1 } } }, { $sort: { _id: 1 } }, { $limit: 2 }] } }]).toArray();
    expect(facets).toEqual({ top: [{ _id: 29, n: 9 }], groups: [{ _id: 0, count: 3 }, { _id: 1, count: 3 }] });
    expect(await collection.aggregate([{ $match: { n: 3 } }, { $unionWith: "names" }, { $count: "all" }]).toArray()).toEqual([{ all: 5 }]);
    expect(await collection.aggregate([{ $match: { n: 77 } }, { $count: "none" }]).toArray()).toEqual([]);
    const correlated = await collection.aggregate([{ $match: { _id: 3 } }, { $lookup: { from: "names", let: { n: "$n" }, pipeline: [{ $match: { $expr: { $eq: ["$of", "$$n"] } } }, { $limit: 1 }], as: "first" } }, { $unwind: "$first" }]).toArray();
    expect(correlated).toMatchObject([{ _id: 3, first: { name: "three" } }]);
  });
});

describe("collections and indexes", () => {
  test("are listed, described and dropped", async () => {
    const { db, client, collection } = await items(numbers(3));
    await collection.createIndex({ n: -1 }, { name: "by_n" });
    expect(await db.listCollections().toArray()).toMatchObject([{ name: "items", type: "collection", idIndex: { name: "_id_" } }]);
    expect((await client.db().admin().listDatabases()).databases.map(({ name }) => name)).toEqual(["test"]);
    expect(await collection.indexes()).toEqual([{ v: 2, key: { _id: 1 }, name: "_id_" }, { v: 2, key: { n: -1 }, name: "by_n" }]);
    await collection.dropIndex("by_n");
    expect(await collection.indexExists("by_n")).toBe(false);
    expect(await collection.drop()).toBe(true);
    expect(await collection.drop()).toBe(true);
    await db.createCollection("empty");
    await db.createCollection("empty");
    await db.dropDatabase();
    expect(await db.listCollections().toArray()).toEqual([]);
  });

  test("a dropped collection leaves nothing to one of the same name", async () => {
    const { db, collection } = await items(numbers(5000));
    await collection.createIndex({ n: 1 });
    await collection.drop();
    await collection.insertOne({ _id: 1, n: 1 });
    await collection.createIndex({ n: 1 });
    expect(await collection.countDocuments({ n: 1 })).toBe(1);
    expect(await db.command({ collStats: "items" })).toMatchObject({ count: 1, indexSizes: { n_1: 1 } });
  });

  test("an index made under concurrent writes holds them all", async () => {
    const { collection } = await items(numbers(500));
    const writes = Array.from({ length: 100 }, (_, i) => collection.insertOne({ _id: 1000 + i, n: 3 }));
    await Promise.all([collection.createIndex({ n: 1 }), ...writes]);
    expect(await collection.find({ n: 3 }).hint({ n: 1 }).toArray()).toHaveLength(150);
  });
});
