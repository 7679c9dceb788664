import type { WatchableRoom } from '@beffroi/shared/core/rooms';
import { type ClientEvents, type ServerEvents, TOO_MANY_PAGES } from '@beffroi/shared/core/socket-events';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { Socket } from 'socket.io-client';
import { client } from './api.ts';

/** `crowded`: as many other pages as one person may have are open. */
export type ConnectionState = 'connecting' | 'online' | 'lost' | 'crowded';
type BeffroiSocket = Socket<ServerEvents, ClientEvents>;
type EventName = keyof ServerEvents;
type Callback = () => void;

/** A break shorter than this is not worth a banner. */
const GRACE_MS = 1_500;
const ACKNOWLEDGE_MS = 5_000;
/** When the server itself hung up, socket.io does not come back alone. */
const REFUSED_RETRY_MS = 5_000;

let socket: BeffroiSocket | null = null;
let starting = false;
/** Somebody is signed in: without a socket yet, one is to be opened as soon as its code can be fetched. */
let wanted = false;
let connectedBefore = false;
let state: ConnectionState = 'connecting';
let graceTimer: ReturnType<typeof setTimeout> | undefined;
let refusedTimer: ReturnType<typeof setTimeout> | undefined;

const stateListeners = new Set<Callback>();
const connectedListeners = new Set<Callback>();
const reconnectedListeners = new Set<Callback>();
/** What the page watches, with what catches up each time the watch (re)starts. */
const rooms = new Map<WatchableRoom, Set<Callback>>();
const handlers = new Map<EventName, Set<(...payload: never[]) => void>>();

const setState = (next: ConnectionState) => {
  clearTimeout(graceTimer);
  graceTimer = undefined;
  if (state === next) return;
  state = next;
  for (const listener of stateListeners) listener();
};

const lostSoon = () => {
  graceTimer ??= setTimeout(() => setState('lost'), GRACE_MS);
};

/** Joins a room, then lets its watchers catch up on what happened before they heard. */
const watch = async (room: WatchableRoom, catchUp: Iterable<Callback>): Promise<void> => {
  if (!socket?.connected) return;
  try {
    await socket.timeout(ACKNOWLEDGE_MS).emitWithAck('watch', { room });
  } catch {
    // The connection broke meanwhile: the next one watches again.
    return;
  }
  for (const callback of catchUp) callback();
};

const onConnect = async () => {
  const again = connectedBefore;
  connectedBefore = true;
  setState('online');
  await Promise.all([...rooms].map(([room, callbacks]) => watch(room, callbacks)));
  for (const listener of connectedListeners) listener();
  if (again) for (const listener of reconnectedListeners) listener();
};

const comeBackLater = () => {
  if (!socket || socket.active) return;
  clearTimeout(refusedTimer);
  // Asking who we are tells an ended session (a 401 leads to sign-in) from a server at rest.
  refusedTimer = setTimeout(
    () => {
      client.accounts.me().then(
        () => socket?.connect(),
        () => onBreak(),
      );
    },
    REFUSED_RETRY_MS * (0.5 + Math.random()),
  );
};

const onBreak = () => {
  lostSoon();
  comeBackLater();
};

const onRefused = (error: Error) => {
  if (error.message !== TOO_MANY_PAGES) return onBreak();
  setState('crowded');
  // Another may be closed meanwhile.
  comeBackLater();
};

/** Connects without waiting up to ten seconds for the next try: while socket.io waits, `connect` alone does nothing. */
const tryNow = (): void => {
  clearTimeout(refusedTimer);
  if (socket) socket.disconnect().connect();
  else if (wanted) void startSocket();
};

/** Opens the live connection, once; its library is loaded here, after the page the person came for. */
export const startSocket = async (): Promise<void> => {
  if (socket || starting) return;
  starting = true;
  wanted = true;
  try {
    const { io } = await import('socket.io-client');
    if (!starting) return;
    // Some town halls' networks block WebSocket: the other transport is tried then.
    socket = io({ transports: ['websocket', 'polling'], tryAllTransports: true, reconnectionDelayMax: 10_000 });
    socket.on('connect', onConnect);
    socket.on('disconnect', onBreak);
    socket.on('connect_error', onRefused);
    socket.onAny((event: string, ...payload: unknown[]) => {
      for (const handler of handlers.get(event as EventName) ?? []) handler(...(payload as never[]));
    });
  } catch {
    // Its code could not be fetched: the network is down, and the page lives on without news until it is back.
    lostSoon();
    refusedTimer = setTimeout(() => void startSocket(), REFUSED_RETRY_MS);
  } finally {
    starting = false;
  }
};

/** Closes the live connection at sign-out. */
export const stopSocket = (): void => {
  socket?.disconnect();
  socket = null;
  starting = false;
  wanted = false;
  connectedBefore = false;
  clearTimeout(refusedTimer);
  setState('connecting');
};

/** Sends an event that may be lost without harm, such as « is writing ». */
export const emit = <E extends keyof ClientEvents>(event: E, ...payload: Parameters<ClientEvents[E]>): void => {
  if (socket?.connected) socket.volatile.emit(event, ...payload);
};

/**
 * Watches a room while the component is mounted. `onWatching` runs each time the server has acknowledged, the first
 * time and after every reconnection: what was read before may lack something, and nothing is missed from then on.
 */
export const useWatch = (room: WatchableRoom | null, onWatching?: Callback): void => {
  const catchUp = useEffectEvent(() => onWatching?.());
  useEffect(() => {
    if (!room) return;
    const callback = () => catchUp();
    const callbacks = rooms.get(room) ?? new Set();
    rooms.set(room, callbacks.add(callback));
    void watch(room, [callback]);
    return () => {
      callbacks.delete(callback);
      if (callbacks.size > 0) return;
      rooms.delete(room);
      if (socket?.connected) socket.emit('unwatch', { room });
    };
  }, [room]);
};

/** Hears one event while the component is mounted. */
export const useSocketEvent = <E extends EventName>(event: E, handler: ServerEvents[E]): void => {
  const hear = useEffectEvent((...payload: never[]) => (handler as (...payload: never[]) => void)(...payload));
  useEffect(() => {
    const listener = (...payload: never[]) => hear(...payload);
    const listeners = handlers.get(event) ?? new Set();
    handlers.set(event, listeners.add(listener));
    return () => {
      listeners.delete(listener);
    };
  }, [event]);
};

const useListener = (listeners: Set<Callback>, callback: Callback): void => {
  const notify = useEffectEvent(callback);
  useEffect(() => {
    const listener = () => notify();
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, [listeners]);
};

/**
 * Runs after each connection, the first included, once every room is watched: for what a person’s own room alone tells of, and
 * which was read before anyone listened.
 */
export const useConnected = (callback: Callback): void => useListener(connectedListeners, callback);

/** Runs after each reconnection, once every room is watched again. */
export const useReconnected = (callback: Callback): void => useListener(reconnectedListeners, callback);

const subscribeState = (listener: Callback) => {
  stateListeners.add(listener);
  return () => {
    stateListeners.delete(listener);
  };
};

export const useConnectionState = (): ConnectionState => useSyncExternalStore(subscribeState, () => state);

if (typeof window !== 'undefined') {
  window.addEventListener('offline', () => setState('lost'));
  window.addEventListener('online', () => (socket?.connected ? setState('online') : tryNow()));
}
