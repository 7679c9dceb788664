const FINAL_BINARY = 0x82;

const headerSize = (length: number): number => (length < 126 ? 2 : length < 65_536 ? 4 : 10);

/**
 * A binary message in its WebSocket frame (RFC 6455, 5.2; a server masks nothing), made once however many read it, and for
 * each of them one write.
 */
export const frame = (message: Uint8Array): Buffer => {
  const { length } = message;
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
  framed.set(message, headerSize(length));
  return framed;
};
