import type { Document } from 'bson';
import { BSON } from './bson/element-types.ts';
import { asBuffer, documentEnd, nameEnd, valueEnd } from './bson/elements.ts';
import { nameAt } from './bson/name-cache.ts';
import { encode, isDocument } from './bson-codec.ts';

/** BSON bytes of a document, to be put into another as they are. */
export class RawDocument {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

/** BSON documents to be put into another as an array, as they are. */
export class RawArray {
  readonly items: readonly Uint8Array[];
  constructor(items: readonly Uint8Array[]) {
    this.items = items;
  }
}

const END = Buffer.from([0]);
const NONE = Buffer.alloc(0);

/** One field inside BSON bytes. `from` to `to` holds type, name and value; the value begins at `value`. */
export interface RawElement {
  type: number;
  name: string;
  from: number;
  value: number;
  to: number;
}

/**
 * The fields of a document, found without decoding their values.
 *
 * @throws MongoError 22 when it is not well formed
 */
export function rawElements(bytes: Uint8Array): RawElement[] {
  const buffer = asBuffer(bytes);
  const end = documentEnd(buffer, 0, buffer.length);
  const elements: RawElement[] = [];
  let at = 4;
  while (at < end - 1) {
    const from = at;
    const type = buffer[from] as number;
    const value = nameEnd(buffer, from + 1, end) + 1;
    at = valueEnd(buffer, type, value, end);
    elements.push({ type, name: nameAt(buffer, from + 1, value - 1), from, value, to: at });
  }
  return elements;
}

/** A document made of whole elements. */
export function documentOf(elements: readonly Uint8Array[]): Buffer {
  let length = 5;
  for (const element of elements) length += element.length;
  const result = Buffer.allocUnsafe(length);
  let at = result.writeInt32LE(length, 0);
  for (const element of elements) {
    result.set(element, at);
    at += element.length;
  }
  result[at] = 0;
  return result;
}

/** One element: type, name, value. */
export function elementOf(type: number, name: string, value: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([type]), Buffer.from(name, 'utf8'), END, value]);
}

/** The element of a decoded value; nothing for `undefined`. */
export function encodedElement(name: string, value: unknown): Buffer | undefined {
  if (value === undefined) return undefined;
  const bytes = encode({ [name]: value });
  return bytes.length === 5 ? undefined : bytes.subarray(4, bytes.length - 1);
}

/** Pieces of an answer, put together once at the end so that raw documents are copied a single time. */
export class Rope {
  readonly #pieces: Uint8Array[] = [];
  length = 0;

  add(piece: Uint8Array): void {
    this.#pieces.push(piece);
    this.length += piece.length;
  }

  /** Adds what `fill` adds, preceded by its length and followed by the end mark, as every BSON document is. */
  addDocument(fill: () => void): void {
    const size = Buffer.allocUnsafe(4);
    const before = this.length;
    this.add(size);
    fill();
    this.add(END);
    size.writeInt32LE(this.length - before, 0);
  }

  copyTo(target: Buffer, at: number): void {
    for (const piece of this.#pieces) {
      target.set(piece, at);
      at += piece.length;
    }
  }
}

/** Encodes a document in which raw documents and arrays of them may stand at any depth of plain documents. */
export function encodeWithRaw(document: Document): Rope {
  const rope = new Rope();
  addDocument(rope, document);
  return rope;
}

function addDocument(rope: Rope, document: Document): void {
  rope.addDocument(() => {
    for (const [name, value] of Object.entries(document)) addField(rope, name, value);
  });
}

function addField(rope: Rope, name: string, value: unknown): void {
  if (value instanceof RawDocument) {
    rope.add(elementOf(BSON.object, name, value.bytes));
  } else if (value instanceof RawArray) {
    rope.add(elementOf(BSON.array, name, NONE));
    rope.addDocument(() => addItems(rope, value.items));
  } else if (isDocument(value) && holdsRaw(value)) {
    rope.add(elementOf(BSON.object, name, NONE));
    addDocument(rope, value);
  } else {
    const element = encodedElement(name, value);
    if (element) rope.add(element);
  }
}

function addItems(rope: Rope, items: readonly Uint8Array[]): void {
  for (const [index, item] of items.entries()) {
    rope.add(itemHead(index));
    rope.add(item);
  }
}

/** Type and name of the first array items, which nearly every answer has. */
const itemHeads: Buffer[] = [];

function itemHead(index: number): Buffer {
  if (index >= 1000) return elementOf(BSON.object, String(index), NONE);
  itemHeads[index] ??= elementOf(BSON.object, String(index), NONE);
  return itemHeads[index];
}

function holdsRaw(document: Document): boolean {
  return Object.values(document).some(
    (value) => value instanceof RawDocument || value instanceof RawArray || (isDocument(value) && holdsRaw(value)),
  );
}
