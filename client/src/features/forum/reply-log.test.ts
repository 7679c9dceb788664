import type { Reply } from '@beffroi/shared/features/forum/forum.contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildReply } from './forum.fixtures.ts';
import { conversations, EMPTY_LOG, mergePage, mergeReply, type ReplyLog } from './reply-log.ts';

const PAGE = 3;

/** What the server holds, and how it answers `?after=`. */
const pageAfter = (server: readonly Reply[], after: number) => {
  const rest = server.filter((reply) => reply.number > after);
  return { items: rest.slice(0, PAGE), more: rest.length > PAGE };
};

const caughtUp = (start: ReplyLog, server: readonly Reply[]): ReplyLog => {
  for (let log = start; ; ) {
    const page = pageAfter(server, log.knownUpTo);
    log = mergePage(log, page.items, log.knownUpTo);
    if (!page.more) return log;
  }
};

/** What may reach the page, in any order, any number of times. */
const delivery = fc.oneof(
  fc.record({ kind: fc.constant('post' as const) }),
  fc.record({ kind: fc.constant('edit' as const), which: fc.nat() }),
  fc.record({ kind: fc.constant('own' as const), which: fc.nat() }),
  fc.record({ kind: fc.constant('page' as const), after: fc.nat({ max: 30 }) }),
  fc.record({ kind: fc.constant('stale' as const), which: fc.nat() }),
  fc.record({ kind: fc.constant('catch-up' as const) }),
);

type Delivery = typeof delivery extends fc.Arbitrary<infer T> ? T : never;

/** A server that people write on, and a page that hears of it in disorder. */
const world = () => {
  const server: Reply[] = [];
  const late: { items: Reply[]; after: number }[] = [];
  let log = EMPTY_LOG;
  const oneOf = <T>(list: readonly T[], which: number): T | undefined => list[which % Math.max(1, list.length)];
  const happen: { [K in Delivery['kind']]: (event: { which: number; after: number }) => void } = {
    post: () => void server.push(buildReply({ number: server.length + 1 })),
    edit: ({ which }) => {
      const edited = oneOf(server, which);
      if (edited) server[edited.number - 1] = { ...edited, version: edited.version + 1 };
    },
    own: ({ which }) => {
      const own = oneOf(server, which);
      if (own) log = mergeReply(log, own);
    },
    page: ({ after }) => void late.push({ items: pageAfter(server, after).items, after }),
    stale: ({ which }) => {
      const answer = oneOf(late, which);
      if (answer) log = mergePage(log, answer.items, answer.after);
    },
    'catch-up': () => {
      log = caughtUp(log, server);
    },
  };
  return { server, hear: (event: Delivery) => happen[event.kind]({ which: 0, after: 0, ...event }), log: () => log };
};

describe('catching up', () => {
  test('ends with exactly what the server holds, in order, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(delivery, { maxLength: 60 }), (deliveries) => {
        const { server, hear, log } = world();
        for (const event of deliveries) {
          hear(event);
          expect(log().replies.filter((reply) => reply.number <= log().knownUpTo)).toHaveLength(log().knownUpTo);
        }
        const end = caughtUp(log(), server);
        expect(end.replies.map((reply) => reply.id)).toEqual(server.map((reply) => reply.id));
        expect(end.knownUpTo).toBe(server.length);
      }),
      { numRuns: 300 },
    );
  });

  test('reading everything again brings every edit', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 4 }), { maxLength: 20 }), (versions) => {
        const before = versions.map((_, index) => buildReply({ number: index + 1 }));
        const server = before.map((reply, index) => ({ ...reply, version: 1 + (versions[index] ?? 0) }));
        const log = { ...caughtUp(EMPTY_LOG, before), knownUpTo: 0 };
        expect(caughtUp(log, server).replies).toEqual(server);
      }),
    );
  });
});

test('an older version never replaces a newer one', () => {
  const old = buildReply({ number: 1, version: 1 });
  const edited = { ...old, version: 2 };
  expect(mergePage(mergePage(EMPTY_LOG, [edited], 0), [old], 0).replies).toEqual([edited]);
});

test('a page beyond a gap shows its replies but leaves the gap to be asked for', () => {
  const log = mergePage(EMPTY_LOG, [buildReply({ number: 5 })], 4);
  expect(log.replies.map((reply) => reply.number)).toEqual([5]);
  expect(log.knownUpTo).toBe(0);
});

test('answers stand under the reply they answer, in order', () => {
  const [one, two, three, four] = [1, 2, 3, 4].map((number) => buildReply({ number })) as [Reply, Reply, Reply, Reply];
  const nested = conversations([one, two, { ...three, parentId: one.id }, { ...four, parentId: one.id }]);
  expect(nested.map(({ reply, answers }) => [reply.number, answers.map((answer) => answer.number)])).toEqual([
    [1, [3, 4]],
    [2, []],
  ]);
});
