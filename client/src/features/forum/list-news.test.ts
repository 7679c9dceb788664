import { expect, test } from 'vitest';
import { buildThreadItem } from './forum.fixtures.ts';
import { listNews } from './list-news.ts';

const item = (id: string, createdAt: string, replyCount = 0) => buildThreadItem({ id, createdAt, replyCount });
const page = (...items: ReturnType<typeof item>[]) => ({ items, nextCursor: null });

const old = item('old', '2026-11-01T08:00:00.000Z');
const recent = item('recent', '2026-11-20T08:00:00.000Z');

test('rows take their new counts where they stand', () => {
  const news = listNews([page(recent, old)], page({ ...old, replyCount: 4 }, recent));
  expect(news.pages[0]?.items.map(({ id, replyCount }) => [id, replyCount])).toEqual([
    ['recent', 0],
    ['old', 4],
  ]);
  expect(news.fresh).toEqual([]);
});

test('a question asked since is news, and does not enter the list by itself', () => {
  const asked = item('asked', '2026-11-24T08:00:00.000Z');
  const news = listNews([page(recent, old)], page(asked, recent, old));
  expect(news.fresh).toEqual(['asked']);
  expect(news.onlyQuestions).toBe(true);
  expect(news.pages[0]?.items.map(({ id }) => id)).toEqual(['recent', 'old']);
});

test('an old thread that comes up again is news but no new question', () => {
  const news = listNews([page(recent)], page(old, recent));
  expect(news.fresh).toEqual(['old']);
  expect(news.onlyQuestions).toBe(false);
});
