import { threadRoom } from '@beffroi/shared/core/rooms';
import { act, render, renderHook, screen } from '@testing-library/react';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { emit, startSocket, stopSocket, useConnected, useConnectionState, useReconnected, useSocketEvent, useWatch } from './socket.ts';

type Listener = (...payload: unknown[]) => void;

/** As much of a socket.io client as ours relies on; the test plays the network. */
const fake = vi.hoisted(() => {
  const listeners = new Map<string, Listener>();
  const state = { any: (() => undefined) as Listener, watched: [] as string[], unwatched: [] as string[], missing: false };
  const socket = {
    connected: false,
    active: true,
    on: (event: string, listener: Listener) => listeners.set(event, listener),
    onAny: (listener: Listener) => {
      state.any = listener;
    },
    connect: vi.fn(),
    disconnect: vi.fn(() => socket),
    timeout: () => ({
      emitWithAck: (_event: string, { room }: { room: string }) => {
        state.watched.push(room);
        return Promise.resolve({ ok: true });
      },
    }),
    emit: (_event: string, { room }: { room: string }) => state.unwatched.push(room),
    volatile: { emit: vi.fn() },
  };
  return {
    socket,
    state,
    fire: (event: string, ...payload: unknown[]) => {
      socket.connected = event === 'connect';
      listeners.get(event)?.(...payload);
    },
  };
});
vi.mock('socket.io-client', () => ({
  io: vi.fn(() => {
    if (fake.state.missing) throw new TypeError('Failed to fetch dynamically imported module');
    return fake.socket;
  }),
}));

const State = () => <p>{useConnectionState()}</p>;

const connect = () => act(async () => fake.fire('connect'));

beforeEach(async () => {
  vi.useFakeTimers();
  await startSocket();
});
afterEach(() => {
  stopSocket();
  fake.socket.connected = false;
  fake.state.watched = [];
  fake.state.unwatched = [];
  vi.useRealTimers();
});

it('starts at once when the network is back though its code could not be fetched before, and not once signed out', async () => {
  stopSocket();
  vi.mocked(io).mockClear();
  fake.state.missing = true;
  await startSocket();
  fake.state.missing = false;
  await act(async () => window.dispatchEvent(new Event('online')));
  await vi.waitFor(() => expect(io).toHaveBeenCalledTimes(2));
  stopSocket();
  await act(async () => window.dispatchEvent(new Event('online')));
  expect(io).toHaveBeenCalledTimes(2);
});

it('watches a room once connected, then lets the page catch up', async () => {
  const catchUp = vi.fn();
  renderHook(() => useWatch(threadRoom('7'), catchUp));
  expect(catchUp).not.toHaveBeenCalled();
  await connect();
  expect(fake.state.watched).toEqual(['thread:7']);
  expect(catchUp).toHaveBeenCalledTimes(1);
});

it('watches again after a break, and only then says it is back', async () => {
  const order: string[] = [];
  renderHook(() => {
    useWatch(threadRoom('7'), () => order.push('watching'));
    useReconnected(() => order.push('reconnected'));
  });
  await connect();
  act(() => fake.fire('disconnect', 'transport close'));
  await connect();
  expect(fake.state.watched).toEqual(['thread:7', 'thread:7']);
  expect(order).toEqual(['watching', 'watching', 'reconnected']);
});

it('tries again at once when the network is back, and not while connected', async () => {
  await connect();
  window.dispatchEvent(new Event('online'));
  expect(fake.socket.connect).not.toHaveBeenCalled();
  act(() => fake.fire('disconnect', 'transport close'));
  window.dispatchEvent(new Event('online'));
  expect(fake.socket.connect).toHaveBeenCalledTimes(1);
  stopSocket();
  window.dispatchEvent(new Event('online'));
  expect(fake.socket.connect).toHaveBeenCalledTimes(1);
});

it('tells of every connection, the first included, once the rooms are watched', async () => {
  const order: string[] = [];
  renderHook(() => {
    useWatch(threadRoom('7'), () => order.push('watching'));
    useConnected(() => order.push('connected'));
  });
  await connect();
  act(() => fake.fire('disconnect', 'transport close'));
  await connect();
  expect(order).toEqual(['watching', 'connected', 'watching', 'connected']);
});

it('stops watching when the last watcher leaves', async () => {
  await connect();
  const first = renderHook(() => useWatch(threadRoom('7')));
  const second = renderHook(() => useWatch(threadRoom('7')));
  first.unmount();
  expect(fake.state.unwatched).toEqual([]);
  second.unmount();
  expect(fake.state.unwatched).toEqual(['thread:7']);
});

it('hands events to those who listen, until they leave', async () => {
  const heard = vi.fn();
  const { unmount } = renderHook(() => useSocketEvent('rights.changed', heard));
  fake.state.any('rights.changed');
  fake.state.any('thread.updated', { id: '7' });
  unmount();
  fake.state.any('rights.changed');
  expect(heard).toHaveBeenCalledTimes(1);
});

it('tells of a lost connection after a moment, and of its return at once', async () => {
  render(<State />);
  expect(screen.getByText('connecting')).toBeTruthy();
  await connect();
  expect(screen.getByText('online')).toBeTruthy();
  act(() => fake.fire('disconnect', 'transport close'));
  expect(screen.getByText('online')).toBeTruthy();
  act(() => vi.advanceTimersByTime(2_000));
  expect(screen.getByText('lost')).toBeTruthy();
  await connect();
  expect(screen.getByText('online')).toBeTruthy();
});

it('says at once that too many pages are open, and that it is back when one was closed', async () => {
  const { result } = renderHook(() => useConnectionState());
  act(() => fake.fire('connect_error', new Error('too-many-pages')));
  expect(result.current).toBe('crowded');
  act(() => vi.advanceTimersByTime(60_000));
  expect(result.current).toBe('crowded');
  await connect();
  expect(result.current).toBe('online');
});

it('says nothing of a break too short to matter', async () => {
  const { result } = renderHook(() => useConnectionState());
  await connect();
  act(() => fake.fire('disconnect', 'transport close'));
  await connect();
  act(() => vi.advanceTimersByTime(10_000));
  expect(result.current).toBe('online');
});

it('drops what may be lost while there is no connection', async () => {
  emit('typing', { threadId: '7', typing: true });
  expect(fake.socket.volatile.emit).not.toHaveBeenCalled();
  await connect();
  emit('typing', { threadId: '7', typing: true });
  expect(fake.socket.volatile.emit).toHaveBeenCalledExactlyOnceWith('typing', { threadId: '7', typing: true });
});
