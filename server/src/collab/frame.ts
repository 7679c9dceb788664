const FINAL_BINARY = 0x82;
/** y-protocols' « sync » and « update ». */
const UPDATE_HEAD = 2;
const headerSize = (length: number): number => (length < 126 ? 2 : length < 65_536 ? 4 : 10);
const varUintSize = (value: number): number => {
  let size = 1;
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) size++;
  return size;
};

/** A WebSocket frame of one binary message of that length (RFC 6455, 5.2; a server masks nothing), still to be filled. */
const emptyFrame = (length: number): Buffer => {
  const framed = Buffer.allocUnsafe(headerSize(length) + length);
  framed[0] = FINAL_BINARY;
  if (length < 126) framed[1] = length;
  else if (length < 65_536) {
    framed[1] = 126;
    framed.writeUInt16BE(length, 2);
  } else {
    framed[1] = 127;
    framed.writeBigUInt64BE(BigInt(length), 2);
  }
  return framed;
};

/** A message in its frame, made once however many read it. */
export const frame = (message: Uint8Array): Buffer => {
  const framed = emptyFrame(message.length);
  framed.set(message, headerSize(message.length));
  return framed;
};

/** The message of an update in its frame: what `frame(updateMessage(update))` is, without a copy in between. */
export const frameUpdate = (update: Uint8Array): Buffer => {
  const length = UPDATE_HEAD + varUintSize(update.length) + update.length;
  const framed = emptyFrame(length);
  let at = headerSize(length);
  framed[at++] = 0;
  framed[at++] = 2;
  let rest = update.length;
  for (; rest > 127; rest = Math.floor(rest / 128)) framed[at++] = 128 | (rest % 128);
  framed[at++] = rest;
  framed.set(update, at);
  return framed;
};
