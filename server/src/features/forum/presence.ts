import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { parseRoom, threadRoom } from '@beffroi/shared/core/rooms';
import { PRESENCE_SHOWN } from '@beffroi/shared/features/forum/forum.events';
import { subscribe } from '../../platform/events.ts';
import { forgetAtClose } from '../../platform/forget-at-close.ts';
import { inBackground } from '../../platform/logger.ts';
import type { RealtimeServer } from '../../realtime/realtime-feature.ts';
import { refsOf } from '../accounts/accounts.queries.ts';

/** Arrivals and departures are told together, so that a hundred readers opening a page do not make ten thousand messages. */
const TELL_AFTER_MS = 400;
const due = new Set<string>();

const names = new Map<string, PersonRef>();
const NAMES_KEPT = 2_000;
forgetAtClose(() => {
  due.clear();
  names.clear();
});

const namesOf = async (ids: string[]): Promise<PersonRef[]> => {
  const unknown = ids.filter((id) => !names.has(id));
  if (names.size > NAMES_KEPT) names.clear();
  if (unknown.length > 0) for (const ref of await refsOf(unknown)) names.set(ref.id, ref);
  return ids.flatMap((id) => names.get(id) ?? []);
};

/** Each person once, however many pages she has open, on whatever process. */
const tell = async (io: RealtimeServer, threadId: string): Promise<void> => {
  const room = threadRoom(threadId);
  const sockets = await io.in(room).fetchSockets();
  const readers = [...new Set(sockets.map(({ data }) => data.actor.personId))];
  io.to(room).emit('thread.presence', { threadId, count: readers.length, people: await namesOf(readers.slice(0, PRESENCE_SHOWN)) });
};

const tellSoon = (io: RealtimeServer, threadId: string): void => {
  if (due.has(threadId)) return;
  due.add(threadId);
  const timer = setTimeout(() => {
    due.delete(threadId);
    inBackground('presence', () => tell(io, threadId));
  }, TELL_AFTER_MS);
  timer.unref();
};

/** Tells who reads a thread, whenever that changes. */
export const trackPresence = (io: RealtimeServer): void => {
  const changed = (room: string) => {
    const parsed = parseRoom(room);
    if (parsed?.kind === 'thread') tellSoon(io, parsed.id);
  };
  io.of('/').adapter.on('join-room', changed);
  io.of('/').adapter.on('leave-room', changed);
  subscribe('accounts.profile.changed', ({ personId }) => void names.delete(personId));
};
