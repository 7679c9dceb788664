import { expect } from 'vitest';
import { ClubModel } from '../../server/src/features/clubs/club.model.ts';
import { countMembers } from '../../server/src/features/clubs/clubs.queries.ts';
import { countThreads } from '../../server/src/features/forum/forum-counts.queries.ts';
import { hasUnsettled } from '../../server/src/features/forum/settle.ts';
import { backgroundDone } from '../../server/src/platform/logger.ts';
import type { Answer } from './api-client.ts';
import type { TestClub } from './world.ts';

/** So many at once. */
export const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

/** The statuses there are among these answers, each once. */
export const statusesOf = (answers: Answer[]): number[] => [...new Set(answers.map(({ status }) => status))].sort();

/** Whatever was asked at once, an answer says yes or says why not. */
export const expectNoFailure = (answers: Answer[]): void => expect(answers.filter(({ status }) => status >= 500)).toEqual([]);

/** Resolves once what follows the writes was carried out. */
export const settled = async (): Promise<void> => {
  await expect.poll(hasUnsettled).toBe(false);
  await backgroundDone();
};

/** What the list of clubs shows, and what there is. */
export const expectExactCounters = async ({ id }: TestClub): Promise<void> => {
  await settled();
  const shown = await ClubModel.findById(id, { memberCount: 1, threadCount: 1 }).lean();
  expect({ members: shown?.memberCount, threads: shown?.threadCount }).toEqual({
    members: await countMembers(id),
    threads: (await countThreads(id)).threadCount,
  });
};
