import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { getState } from 'yjs';
import { startCollabProcess } from '../support/collab-process.ts';
import { type LivePage, openPage } from '../support/live-client.ts';
import { temporaryFolder } from '../support/server-process.ts';

const WAIT = { timeout: 15_000, interval: 20 };
const WRITERS = 6;
const SEEN_MS = 1_000;

/** For each writer, when each of her keys was first seen by somebody else. */
const watch = (pages: LivePage[]): Map<number, number[]> => {
  const seen = new Map(pages.map(({ doc }) => [doc.clientID, [] as number[]]));
  for (const page of pages)
    page.doc.on('update', () => {
      const at = performance.now();
      for (const [client, times] of seen) {
        if (client === page.doc.clientID) continue;
        for (let clock = times.length; clock < getState(page.doc.store, client); clock++) times.push(at);
      }
    });
  return seen;
};

const typing = (pages: LivePage[]): (() => void) => {
  const timer = setInterval(() => {
    for (const page of pages) page.write('x');
  }, 10);
  return () => clearInterval(timer);
};

test.each([
  ['with its store', true],
  ['alone', false],
])(
  'a server killed %s while people write loses nothing that another has seen for a second',
  async (_what, withStore) => {
    const folder = temporaryFolder();
    const documentId = randomUUID();
    const before = await startCollabProcess(folder);
    const pages = Array.from({ length: WRITERS }, () => openPage({ base: before.base, documentId }));
    await expect.poll(() => pages.every(({ provider }) => provider.synced), WAIT).toBe(true);
    const seen = watch(pages);
    const stop = typing(pages);
    const [first] = pages as [LivePage];
    await expect.poll(() => first.text().length, WAIT).toBeGreaterThan(WRITERS * 200);
    const killedAt = performance.now();
    await before.kill(withStore);
    stop();
    for (const { provider } of pages) provider.destroy();
    const after = await startCollabProcess(folder);
    const fresh = openPage({ base: after.base, documentId });
    await expect.poll(() => fresh.provider.synced, WAIT).toBe(true);
    const lost = [...seen].filter(([client, times]) => {
      const due = times.filter((at) => at < killedAt - SEEN_MS).length;
      return getState(fresh.doc.store, client) < due;
    });
    expect([...seen.values()].every((times) => times.length > 100)).toBe(true);
    expect(lost).toEqual([]);
  },
  60_000,
);

test.each([
  ['alone', 1],
  // As a terminal does, or a service manager: its store hears it too.
  ['with all it started', -1],
])(
  'stopped %s while people write it keeps everything, and answers those who ask whether they are saved',
  async (_what, group) => {
    const folder = temporaryFolder();
    const documentId = randomUUID();
    const before = await startCollabProcess(folder);
    const page = openPage({ base: before.base, documentId });
    await expect.poll(() => page.provider.synced, WAIT).toBe(true);
    page.write('mot '.repeat(1_000));
    const ended = new Promise((resolve) => before.child.once('exit', resolve));
    await expect.poll(() => page.provider.ws?.bufferedAmount, WAIT).toBe(0);
    const reader = openPage({ base: before.base, documentId });
    await expect.poll(() => reader.text().length, WAIT).toBe(4_000);
    process.kill(group * (before.child.pid as number), 'SIGTERM');
    expect(await ended).toBe(0);
    for (const { provider } of [page, reader]) provider.destroy();
    const after = await startCollabProcess(folder);
    const fresh = openPage({ base: after.base, documentId });
    await expect.poll(() => fresh.text().length, WAIT).toBe(4_000);
  },
  60_000,
);
