import { richTextSchema } from '@beffroi/shared/core/rich-text';
import { describe, expect, it } from 'vitest';
import { parseMessage } from '../platform/markup/message-markup.ts';
import { demoFiches, demoPeople, demoThreads } from './content.ts';

const mentionOf = (key: string) => ({ id: key, label: key });

describe('the demonstration’s content', () => {
  const keys = new Set(demoPeople.map(({ key }) => key));
  const texts = demoThreads.flatMap(([, threads]) => threads.flatMap((thread) => [thread, ...thread.replies]));

  it('is written by people of the roster, in the text format', () => {
    for (const { by, body } of texts) {
      expect(keys).toContain(by);
      expect(richTextSchema.safeParse(parseMessage(body, mentionOf)).error?.issues).toBeUndefined();
    }
  });

  it('has one accepted answer at most a thread, at top level, and no reply before its thread or after now', () => {
    for (const thread of demoThreads.flatMap(([, threads]) => threads)) {
      const accepted = thread.replies.filter((reply) => reply.accepted);
      expect(accepted.length).toBeLessThanOrEqual(1);
      expect(accepted.every(({ under }) => under === undefined)).toBe(true);
      for (const { hoursAfter } of thread.replies) expect(hoursAfter > 0 && hoursAfter < thread.daysAgo * 24).toBe(true);
    }
  });
});

it('makes fiches of accepted answers only', () => {
  const resolved = demoThreads.flatMap(([, threads]) => threads).filter(({ replies }) => replies.some(({ accepted }) => accepted));
  const titles = new Set(resolved.map(({ title }) => title));
  expect(demoFiches.filter(({ thread }) => !titles.has(thread))).toEqual([]);
});
