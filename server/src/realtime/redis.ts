import { createAdapter } from '@socket.io/redis-adapter';
import { Redis } from 'ioredis';
import { publish, subscribe } from '../platform/events.ts';
import { inBackground, logger } from '../platform/logger.ts';
import type { RealtimeServer } from './realtime-feature.ts';

const SHARED_CHANNEL = 'beffroi:shared';
/** What every process must hear at once, because each believes sessions, rights and pages it read a moment ago. */
const SHARED_EVENTS = [
  'accounts.rights.changed',
  'accounts.sessions.ended',
  'clubs.club.changed',
  'forum.texts.changed',
  'attention.marks.changed',
  'collab.recheck',
] as const;

/**
 * Joins this process to the others of the same territory: socket events reach everyone's readers, and what each believes is
 * dropped in every process.
 * @returns how to leave
 */
export const joinCluster = async (io: RealtimeServer, redisUrl: string): Promise<() => Promise<void>> => {
  const [pub, sub, access] = [new Redis(redisUrl), new Redis(redisUrl), new Redis(redisUrl)];
  for (const client of [pub, sub, access]) client.on('error', (error) => logger.error({ err: error }, 'redis'));
  io.adapter(createAdapter(pub, sub));
  const origin = crypto.randomUUID();
  let relaying = false;
  for (const name of SHARED_EVENTS)
    subscribe(name, (event) => {
      // Not waited for: while Redis is away the change is still made here, and seen elsewhere when what is believed there lapses.
      if (!relaying) inBackground('relay a change', () => pub.publish(SHARED_CHANNEL, JSON.stringify({ origin, name, event })));
    });
  await access.subscribe(SHARED_CHANNEL);
  access.on('message', (_channel, message) => {
    const { origin: from, name, event } = JSON.parse(message);
    if (from === origin || !SHARED_EVENTS.includes(name)) return;
    // Handlers are called before `publish` first waits: what they do here is not sent round again.
    relaying = true;
    publish(name as (typeof SHARED_EVENTS)[number], event).catch((error: unknown) => logger.error({ err: error }, 'relayed event failed'));
    relaying = false;
  });
  return async () => {
    await Promise.all([pub.quit(), sub.quit(), access.quit()]);
  };
};
