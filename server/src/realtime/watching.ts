import type { Actor } from '@beffroi/shared/core/actor';
import { AppError, toProblem } from '@beffroi/shared/core/errors';
import { parseRoom } from '@beffroi/shared/core/rooms';
import type { Acknowledgement } from '@beffroi/shared/core/socket-events';
import { inBackground } from '../platform/logger.ts';
import type { RealtimeFeature, RealtimeSocket } from './realtime-feature.ts';

const ROOMS_PER_SOCKET = 60;

const refuse = (code: 'invalid-input' | 'not-found' | 'too-many-requests'): Acknowledgement => ({
  ok: false,
  problem: toProblem(new AppError(code)),
});

const watchedBy = (socket: RealtimeSocket): string[] => [...socket.rooms].filter((room) => parseRoom(room));

/** Whether the features let this person watch this room; what cannot be read is not watched. */
const mayWatch = async (features: RealtimeFeature[], actor: Actor, room: string): Promise<boolean> => {
  const parsed = parseRoom(room);
  const rule = parsed && features.flatMap((feature) => feature.mayWatch?.[parsed.kind] ?? [])[0];
  return rule ? rule(actor, parsed.id).catch(() => false) : false;
};

const answerWatch = async (features: RealtimeFeature[], socket: RealtimeSocket, room: unknown): Promise<Acknowledgement> => {
  if (typeof room !== 'string' || !parseRoom(room)) return refuse('invalid-input');
  const { actor } = socket.data;
  if (!(await mayWatch(features, actor, room))) return refuse('not-found');
  if (!socket.connected) return refuse('not-found');
  await socket.join(room);
  // Between the question and the joining, others may have joined and rights may have changed.
  if (watchedBy(socket).length > ROOMS_PER_SOCKET) {
    await socket.leave(room);
    return refuse('too-many-requests');
  }
  if (socket.data.actor !== actor) await keepAllowed(features, socket);
  return socket.rooms.has(room) ? { ok: true } : refuse('not-found');
};

/** Leaves the rooms the socket's person may no longer watch. */
export const keepAllowed = async (features: RealtimeFeature[], socket: RealtimeSocket): Promise<void> => {
  for (const room of watchedBy(socket)) if (!(await mayWatch(features, socket.data.actor, room))) await socket.leave(room);
};

// A payload is whatever was sent: it may be no object, and the acknowledgement no function.
const roomOf = (payload: unknown): unknown => (payload as { room?: unknown } | null | undefined)?.room;
const acknowledge = (callback: unknown, answer: Acknowledgement): void => {
  if (typeof callback === 'function') callback(answer);
};

/** Lets a socket watch and stop watching rooms. */
export const letWatch = (features: RealtimeFeature[], socket: RealtimeSocket): void => {
  socket.on('watch', (payload, callback) =>
    inBackground('watch', async () => acknowledge(callback, await answerWatch(features, socket, roomOf(payload)))),
  );
  socket.on('unwatch', (payload, callback) =>
    inBackground('unwatch', async () => {
      const room = roomOf(payload);
      if (typeof room === 'string' && parseRoom(room)) await socket.leave(room);
      acknowledge(callback, { ok: true });
    }),
  );
};
