import { COLLAB_CLOSE, closingOf, reconnectsAfter } from '@beffroi/shared/collab/close-codes';
import { DOCUMENT_SCHEMA_VERSION } from '@beffroi/shared/collab/document-schema';
import { IndexeddbPersistence } from 'y-indexeddb';
import { WebsocketProvider } from 'y-websocket';
import { Doc } from 'yjs';
import { batchUpdates } from './batched-updates.ts';
import { keptName } from './kept-documents.ts';
import { type FactsStore, factsStore, type LiveFacts } from './live-facts.ts';
import { whenSaved } from './when-saved.ts';

/** Between two attempts to come back, at most. */
const BACKOFF_MAX_MS = 8_000;
const CONNECT_PATIENCE_MS = 8_000;
/** A browser that keeps nothing (private window, full disk) may not keep one waiting. */
const KEPT_PATIENCE_MS = 2_000;

export interface LiveDocument {
  doc: Doc;
  provider: WebsocketProvider;
  facts: () => LiveFacts;
  /** Hears each change of the facts. @returns the way to stop */
  subscribe: (listener: () => void) => () => void;
  /** Leaves the room; what was not sent stays on this device. */
  close: () => void;
}

interface Opening {
  documentId: string;
  personId: string;
  /** Told when the server said that the person's rights changed; the connection comes back by itself. */
  onLevelChanged?: (() => void) | undefined;
  /** Where the server listens, `wss://…/collab`. */
  address?: string;
  /** The browser's own, or a test's. */
  socket?: typeof WebSocket;
}

const ownAddress = () => `${window.location.origin.replace(/^http/, 'ws')}/collab`;

const providerFor = (doc: Doc, { documentId, address = ownAddress(), socket }: Opening): WebsocketProvider =>
  new WebsocketProvider(address, documentId, doc, {
    connect: false,
    // Two tabs of one person meet in the room like anybody else: what passes from tab to tab would be counted by neither.
    disableBc: true,
    params: { schema: String(DOCUMENT_SCHEMA_VERSION) },
    maxBackoffTime: BACKOFF_MAX_MS,
    shouldReconnect: ({ code }) => reconnectsAfter(code),
    ...(socket && { WebSocketPolyfill: socket }),
  });

/** Reads what this device kept before anything is asked of the server, so that unsent changes go with the first answer. */
const openKept = (name: string, doc: Doc, then: () => void): IndexeddbPersistence | null => {
  if (typeof indexedDB === 'undefined') {
    then();
    return null;
  }
  let told = false;
  const once = () => {
    if (!told) then();
    told = true;
  };
  const kept = new IndexeddbPersistence(name, doc);
  void kept.whenSynced.then(once);
  setTimeout(once, KEPT_PATIENCE_MS);
  return kept;
};

interface Consequences {
  /** The document may no longer be read: this device forgets it if nothing in it is unsent. */
  forget: () => void;
  onLevelChanged: (() => void) | undefined;
}

/** Writes down what becomes of the connection. */
const watchConnection = (provider: WebsocketProvider, store: FactsStore, { forget, onLevelChanged }: Consequences) => {
  const takeUpdates = batchUpdates(provider);
  provider.on('sync', (synced: boolean) => store.set(synced ? { synced, loaded: true, opened: true, failures: 0 } : { synced }));
  provider.on('connection-close', (event) => {
    takeUpdates();
    const closing = event && closingOf(event.code);
    if (closing?.remedy === 'reconnect') onLevelChanged?.();
    else if (closing) store.set({ closing });
    // What one may no longer read is not kept either, unless it holds words that are nowhere else.
    if (event?.code === COLLAB_CLOSE.withdrawn || event?.code === COLLAB_CLOSE.notFound) forget();
    if (!store.get().synced) store.set({ failures: store.get().failures + 1 });
  });
};

/** A socket that no longer leads anywhere would be believed alive for half a minute: the browser knows at once. */
const watchNetwork = (provider: WebsocketProvider, store: FactsStore): (() => void) => {
  const leave = () => provider.disconnect();
  const comeBack = () => {
    if (!store.get().closing) provider.connect();
  };
  window.addEventListener('offline', leave);
  window.addEventListener('online', comeBack);
  return () => {
    window.removeEventListener('offline', leave);
    window.removeEventListener('online', comeBack);
  };
};

/** A proxy that swallows the request leaves it open for minutes: an attempt that is not answered in time is one that failed. */
const watchPatience = (provider: WebsocketProvider): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  provider.on('status', ({ status }) => {
    clearTimeout(timer);
    if (status !== 'connecting') return;
    timer = setTimeout(() => {
      if (!provider.wsconnecting) return;
      provider.disconnect();
      provider.connect();
    }, CONNECT_PATIENCE_MS);
  });
  return () => clearTimeout(timer);
};

/** Opens a live document: kept on this device, sent as it is written, taken up again after each break. */
export const openLiveDocument = (opening: Opening): LiveDocument => {
  const name = keptName(opening.personId, opening.documentId);
  const doc = new Doc();
  const store = factsStore(name);
  const provider = providerFor(doc, opening);
  const forget = () => {
    if (store.get().unsent === 0) void kept?.clearData();
  };
  watchConnection(provider, store, { forget, onLevelChanged: opening.onLevelChanged });
  const stopNetwork = watchNetwork(provider, store);
  const stopPatience = watchPatience(provider);
  const saving = whenSaved(provider, {
    unsent: () => store.get().unsent,
    onSaved: (count) => store.set({ unsent: Math.max(0, store.get().unsent - count) }),
  });
  provider.on('sync', saving.onSync);

  let isClosed = false;
  const kept = openKept(name, doc, () => {
    if (isClosed) return;
    if (doc.store.clients.size > 0) store.set({ loaded: true });
    provider.connect();
  });
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === provider || (kept && origin === kept)) return;
    store.set({ unsent: store.get().unsent + 1 });
    saving.onChange();
  });
  return {
    doc,
    provider,
    facts: store.get,
    subscribe: store.subscribe,
    close: () => {
      isClosed = true;
      saving.stop();
      stopNetwork();
      stopPatience();
      store.forgetListeners();
      provider.destroy();
      doc.destroy();
    },
  };
};
