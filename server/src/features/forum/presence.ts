import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { parseRoom, threadRoom } from '@beffroi/shared/core/rooms';
import { PRESENCE_SHOWN } from '@beffroi/shared/features/forum/forum.events';
import { inBackground } from '../../platform/logger.ts';
import type { RealtimeServer } from '../../realtime/realtime-feature.ts';
import { refsOf } from '../accounts/accounts.queries.ts';

/** Arrivals and departures are told together, so that a hundred readers opening a page do not make ten thousand messages. */
const TELL_AFTER_MS = 400;

const due = new Map<string, NodeJS.Timeout>();

const readersOf = (io: RealtimeServer, threadId: string): string[] => {
  const sockets = io.of('/').adapter.rooms.get(threadRoom(threadId)) ?? new Set();
  const people = new Set<string>();
  for (const id of sockets) {
    const personId = io.of('/').sockets.get(id)?.data.actor.personId;
    if (personId) people.add(personId);
  }
  return [...people];
};

const names = new Map<string, PersonRef>();
const NAMES_KEPT = 2_000;

const namesOf = async (ids: string[]): Promise<PersonRef[]> => {
  const unknown = ids.filter((id) => !names.has(id));
  if (names.size > NAMES_KEPT) names.clear();
  if (unknown.length > 0) for (const ref of await refsOf(unknown)) names.set(ref.id, ref);
  return ids.flatMap((id) => names.get(id) ?? []);
};

const tell = async (io: RealtimeServer, threadId: string): Promise<void> => {
  const readers = readersOf(io, threadId);
  const people = await namesOf(readers.slice(0, PRESENCE_SHOWN));
  io.local.to(threadRoom(threadId)).emit('thread.presence', { threadId, count: readers.length, people });
};

const tellSoon = (io: RealtimeServer, threadId: string): void => {
  if (due.has(threadId)) return;
  const timer = setTimeout(() => {
    due.delete(threadId);
    inBackground('presence', () => tell(io, threadId));
  }, TELL_AFTER_MS);
  timer.unref();
  due.set(threadId, timer);
};

/** Tells who reads a thread in this process, whenever that changes. */
export const trackPresence = (io: RealtimeServer): void => {
  const changed = (room: string) => {
    const parsed = parseRoom(room);
    if (parsed?.kind === 'thread') tellSoon(io, parsed.id);
  };
  io.of('/').adapter.on('join-room', changed);
  io.of('/').adapter.on('leave-room', changed);
};
