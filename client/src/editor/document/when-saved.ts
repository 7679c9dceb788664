import { SAVED_QUESTION } from '@beffroi/shared/collab/saved-question';
import { readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding';
import type { WebsocketProvider } from 'y-websocket';

/** After the last change, and at most so long after the first: someone who types without a pause is told too. */
const AFTER_MS = 300;
const AT_MOST_MS = 1_500;

interface Watched {
  unsent: () => number;
  /** So many changes are on the server's disk. */
  onSaved: (count: number) => void;
}

/** Asks the server whether what was sent is on its disk, shortly after each change and after each reconnection. */
export const whenSaved = (provider: WebsocketProvider, { unsent, onSaved }: Watched) => {
  let token = 0;
  /** What stood unsent when the question with this token was asked. */
  let asked: { token: number; count: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstAt: number | null = null;

  const ask = () => {
    clearTimeout(timer);
    firstAt = null;
    const count = unsent();
    if (count === 0 || asked || !provider.synced || !provider.ws) return;
    token += 1;
    asked = { token, count };
    const encoder = createEncoder();
    writeVarUint(encoder, SAVED_QUESTION);
    writeVarUint(encoder, token);
    provider.ws.send(toUint8Array(encoder));
  };
  const askSoon = () => {
    const now = performance.now();
    firstAt ??= now;
    clearTimeout(timer);
    timer = setTimeout(ask, Math.min(AFTER_MS, Math.max(0, firstAt + AT_MOST_MS - now)));
  };
  provider.messageHandlers[SAVED_QUESTION] = (_encoder, decoder) => {
    const answered = readVarUint(decoder);
    if (answered !== asked?.token) return;
    const { count } = asked;
    asked = null;
    onSaved(count);
    if (unsent() > 0) askSoon();
  };
  return {
    onChange: askSoon,
    /** Nothing is carried over from one connection to the next: what is unanswered is asked again. */
    onSync: (synced: boolean) => {
      asked = null;
      if (synced) ask();
    },
    stop: () => clearTimeout(timer),
  };
};
