import { beforeAll, expect, test } from 'vitest';
import { ClubModel } from '../../../server/src/features/clubs/club.model.ts';
import { recount } from '../../../server/src/features/clubs/recount.ts';
import { startServer } from '../../support/start-server.ts';
import { buildClub, type TestClub } from '../../support/world.ts';

let club: TestClub;
beforeAll(async () => {
  await startServer();
  club = await buildClub();
});

/** A count that has read, and gives what it read when it is told to: `begun` resolves once it has. */
const held = <T>(counted: T) => {
  let [read, give] = [() => {}, () => {}];
  const begun = new Promise<void>((resolve) => {
    read = resolve;
  });
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  const count = async (): Promise<T> => {
    read();
    await given;
    return counted;
  };
  return { count, begun, give };
};

const readClub = () => ClubModel.findById(club.id).orFail().lean();

test('a count that read before another never replaces it', async () => {
  const older = held({ memberCount: 1 });
  const late = recount(club.id, 'members', older.count);
  await older.begun;
  await recount(club.id, 'members', async () => ({ memberCount: 2 }));
  older.give();
  await late;
  expect((await readClub()).memberCount).toBe(2);
});

test('the one that began last stands, also when both end in their order', async () => {
  const [older, newer] = [held({ threadCount: 3 }), held({ threadCount: 4 })];
  const first = recount(club.id, 'threads', older.count);
  await older.begun;
  const second = recount(club.id, 'threads', newer.count);
  await newer.begun;
  older.give();
  await first;
  newer.give();
  await second;
  expect((await readClub()).threadCount).toBe(4);
});

test('activity noted while threads were counted is not lost: they are counted again', async () => {
  const [before, after] = [new Date('2026-09-01T08:00:00Z'), new Date('2026-09-01T09:00:00Z')];
  const older = held({ threadCount: 4, lastActivityAt: before });
  const answers = [older.count, async () => ({ threadCount: 4, lastActivityAt: after })];
  const counting = recount(club.id, 'threads', () => (answers.shift() as (typeof answers)[0])());
  await older.begun;
  await ClubModel.updateOne({ _id: club.id }, { $max: { lastActivityAt: after } });
  older.give();
  await counting;
  expect((await readClub()).lastActivityAt).toEqual(after);
  expect(answers).toEqual([]);
});
