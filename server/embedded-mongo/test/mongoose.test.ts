import mongoose, { type Connection, Schema } from 'mongoose';
import { expect, onTestFinished, test } from 'vitest';
import { startTestStore } from './support/test-store.ts';

async function connect(): Promise<Connection> {
  const { url } = await startTestStore();
  const connection = await mongoose.createConnection(`${url}/territory`, { serverSelectionTimeoutMS: 5000 }).asPromise();
  onTestFinished(() => connection.close());
  return connection;
}

function threadModel(connection: Connection) {
  const schema = new Schema(
    {
      clubId: { type: Schema.Types.ObjectId, required: true },
      number: { type: Number, required: true },
      title: { type: String, required: true },
      deletedAt: { type: Date, default: null },
      lastActivityAt: { type: Date, default: Date.now },
      replyCount: { type: Number, default: 0 },
      meToo: [String],
      recent: [{ at: Date, text: String }],
    },
    { timestamps: true },
  );
  schema.index({ clubId: 1, number: 1 }, { unique: true });
  schema.index({ clubId: 1, deletedAt: 1, lastActivityAt: -1, _id: -1 });
  return connection.model('Thread', schema);
}

test('builds the indexes of a model and is content with them the next time', async () => {
  const connection = await connect();
  const Thread = threadModel(connection);
  await Thread.init();
  await Thread.ensureIndexes();
  const names = (await Thread.listIndexes()).map((index: { name: string }) => index.name);
  expect(names).toEqual(['_id_', 'clubId_1_number_1', 'clubId_1_deletedAt_1_lastActivityAt_-1__id_-1']);
  expect(await Thread.diffIndexes()).toEqual({ toDrop: [], toCreate: [] });
});

test('creates, reads lean, updates and deletes through a model', async () => {
  const Thread = threadModel(await connect());
  await Thread.init();
  const clubId = new mongoose.Types.ObjectId();
  const created = await Thread.create({ clubId, number: 1, title: 'Plan canicule' });
  const lean = await Thread.findById(created._id).lean();
  expect(lean).toMatchObject({ _id: created._id, clubId, title: 'Plan canicule', deletedAt: null, replyCount: 0, meToo: [] });
  created.title = 'Plan grand froid';
  await created.save();
  const counted = await Thread.findOneAndUpdate({ _id: created._id }, { $inc: { replyCount: 1 } }, { returnDocument: 'after' }).lean();
  expect(counted).toMatchObject({ title: 'Plan grand froid', replyCount: 1 });
  expect(await Thread.exists({ clubId, number: 1 })).toEqual({ _id: created._id });
  expect((await Thread.deleteOne({ _id: created._id })).deletedCount).toBe(1);
  expect(await Thread.countDocuments()).toBe(0);
});

test('refuses a second thread of the same number with what mongoose needs to tell it', async () => {
  const Thread = threadModel(await connect());
  await Thread.init();
  const clubId = new mongoose.Types.ObjectId();
  await Thread.create({ clubId, number: 7, title: 'one' });
  await expect(Thread.create({ clubId, number: 7, title: 'two' })).rejects.toMatchObject({
    code: 11000,
    keyPattern: { clubId: 1, number: 1 },
    keyValue: { clubId, number: 7 },
  });
});

test('changes arrays in place', async () => {
  const Thread = threadModel(await connect());
  const thread = await Thread.create({ clubId: new mongoose.Types.ObjectId(), number: 1, title: 't' });
  const update = async (change: object) => await Thread.findOneAndUpdate({ _id: thread._id }, change, { returnDocument: 'after' }).lean();
  expect((await update({ $addToSet: { meToo: 'anzin' } }))?.meToo).toEqual(['anzin']);
  expect((await update({ $addToSet: { meToo: { $each: ['anzin', 'onnaing'] } } }))?.meToo).toEqual(['anzin', 'onnaing']);
  expect((await update({ $pull: { meToo: 'anzin' } }))?.meToo).toEqual(['onnaing']);
  const entries = [1, 2, 3].map((n) => ({ at: new Date(n), text: String(n) }));
  for (const entry of entries) await update({ $push: { recent: { $each: [entry], $position: 0, $slice: 2 } } });
  expect((await Thread.findById(thread._id).lean())?.recent.map(({ text }) => text)).toEqual(['3', '2']);
});

test('updates only under its condition', async () => {
  const Thread = threadModel(await connect());
  const { _id } = await Thread.create({ clubId: new mongoose.Types.ObjectId(), number: 1, title: 't' });
  const join = () => Thread.updateOne({ _id, meToo: { $ne: 'anzin' } }, { $push: { meToo: 'anzin' }, $inc: { replyCount: 1 } });
  expect(await join()).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
  expect(await join()).toMatchObject({ matchedCount: 0, modifiedCount: 0 });
  expect(await Thread.findById(_id).lean()).toMatchObject({ meToo: ['anzin'], replyCount: 1 });
});

test('lists page by page after a cursor', async () => {
  const Thread = threadModel(await connect());
  await Thread.init();
  const clubId = new mongoose.Types.ObjectId();
  // Several threads share a moment: the page must be cut by _id.
  await Thread.insertMany(
    Array.from({ length: 25 }, (_, number) => ({
      clubId,
      number,
      title: `t${number}`,
      lastActivityAt: new Date(1000 * Math.floor(number / 4)),
    })),
  );
  const seen: number[] = [];
  let after: { at: Date; id: mongoose.Types.ObjectId } | undefined;
  for (;;) {
    const keyset = after ? { $or: [{ lastActivityAt: { $lt: after.at } }, { lastActivityAt: after.at, _id: { $lt: after.id } }] } : {};
    const page = await Thread.find({ clubId, deletedAt: null, ...keyset })
      .sort({ lastActivityAt: -1, _id: -1 })
      .limit(7)
      .lean();
    if (page.length === 0) break;
    seen.push(...page.map(({ number }) => number));
    const last = page.at(-1);
    after = last && { at: last.lastActivityAt, id: last._id };
  }
  expect(seen).toEqual(Array.from({ length: 25 }, (_, i) => 24 - i));
});

test('populates, projects and iterates', async () => {
  const connection = await connect();
  const Club = connection.model('Club', new Schema({ slug: String, name: String }));
  const Post = connection.model('Post', new Schema({ club: { type: Schema.Types.ObjectId, ref: 'Club' }, body: String }));
  const club = await Club.create({ slug: 'marches-publics', name: 'Marchés publics' });
  await Post.insertMany(Array.from({ length: 250 }, (_, i) => ({ club: club._id, body: `b${i}` })));
  const one = await Post.findOne({ body: 'b3' }).populate('club', 'slug').lean();
  expect(one?.club).toEqual({ _id: club._id, slug: 'marches-publics' });
  const bodies: string[] = [];
  for await (const post of Post.find().select('-club').sort({ _id: 1 }).lean().cursor({ batchSize: 40 })) bodies.push(String(post.body));
  expect(bodies).toEqual(Array.from({ length: 250 }, (_, i) => `b${i}`));
});

test('what an upsert makes stands behind what was created before', async () => {
  const connection = await connect();
  const Person = connection.model('Person', new Schema({ name: String }));
  await Person.create({ name: 'first' });
  await Person.updateOne({ name: 'second' }, {}, { upsert: true });
  expect((await Person.find()).map(({ name }) => name)).toEqual(['first', 'second']);
});
