import type { Notification } from '@beffroi/shared/features/notifications/notifications.contract';
import { expect, test } from 'vitest';
import { groupByThread } from './notifications.api.ts';

const told = (id: string, change: Partial<Notification> = {}): Notification => ({
  id,
  kind: 'reply',
  by: null,
  club: null,
  thread: { id: 'a', title: 'Un sujet' },
  template: null,
  commentId: null,
  about: null,
  replyNumber: 1,
  note: null,
  at: '2026-11-28T08:00:00.000Z',
  read: false,
  ...change,
});

test('replies of one thread make one line, those already read another, and nothing else is joined', () => {
  const lines = groupByThread([
    told('5'),
    told('4', { kind: 'mention' }),
    told('3', { thread: { id: 'b', title: 'Un autre' } }),
    told('2'),
    told('1', { read: true }),
    told('0', { thread: null }),
  ]);
  expect(lines.map(({ all }) => all.map(({ id }) => id))).toEqual([['5', '2'], ['4'], ['3'], ['1'], ['0']]);
});
