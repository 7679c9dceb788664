import { reconnectsAfter } from '@beffroi/shared/collab/close-codes';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import { Doc, encodeStateAsUpdate } from 'yjs';

/** Where a live document is, and as whom it is opened. */
export interface LiveAddress {
  /** `ws://host:port/collab` */
  base: string;
  documentId: string;
  cookie?: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
}

export interface LivePage {
  doc: Doc;
  provider: WebsocketProvider;
  /** The codes its sockets were closed with, in order. */
  closed: number[];
  write: (text: string) => void;
  text: () => string;
}

const headersOf = ({ base, cookie, headers }: LiveAddress) => ({
  origin: base.replace(/^ws(.*)\/collab$/, 'http$1'),
  ...(cookie && { cookie }),
  ...headers,
});

/** A page with the document open, over the provider that browsers use; closed with the test. */
export const openPage = (address: LiveAddress): LivePage => {
  const headers = headersOf(address);
  class WithHeaders extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { headers });
    }
  }
  const doc = new Doc();
  const closed: number[] = [];
  const provider = new WebsocketProvider(address.base, address.documentId, doc, {
    WebSocketPolyfill: WithHeaders as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params: address.query ?? {},
    maxBackoffTime: 200,
    shouldReconnect: ({ code }) => reconnectsAfter(code),
  });
  provider.on('connection-close', (event) => void (event && closed.push(event.code)));
  onTestFinished(() => {
    provider.destroy();
    doc.destroy();
  });
  const body = doc.getText('body');
  return { doc, provider, closed, write: (text) => body.insert(body.length, text), text: () => body.toString() };
};

export interface RawSocket {
  ws: WebSocket;
  messages: Buffer[];
  /** The code it was closed with; an HTTP status when it was never opened; null while it is open. */
  ended: () => number | null;
}

/** A socket without any manners; closed with the test. */
export const openSocket = (address: LiveAddress): RawSocket => {
  const query = new URLSearchParams(address.query).toString();
  const ws = new WebSocket(`${address.base}/${address.documentId}${query && `?${query}`}`, { headers: headersOf(address) });
  const messages: Buffer[] = [];
  let ended: number | null = null;
  ws.on('message', (data) => messages.push(data as Buffer));
  ws.on('close', (code) => {
    ended ??= code;
  });
  ws.on('unexpected-response', (_request, response) => {
    ended = response.statusCode ?? 0;
    ws.terminate();
  });
  ws.on('error', () => {});
  onTestFinished(() => ws.terminate());
  return { ws, messages, ended: () => ended };
};

export const sameDocument = (one: Doc, other: Doc): boolean => Buffer.compare(encodeStateAsUpdate(one), encodeStateAsUpdate(other)) === 0;
