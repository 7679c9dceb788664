import { type Document, onDemand } from 'bson';
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

const EMBEDDED = 3;
const ARRAY = 4;
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

/** The fields of a document, found without decoding their values. */
export function rawElements(bytes: Uint8Array): RawElement[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const elements: RawElement[] = [];
  for (const [type, nameOffset, nameLength, offset, length] of onDemand.parseToElements(bytes)) {
    const name = buffer.toString('utf8', nameOffset, nameOffset + nameLength);
    elements.push({ type, name, from: nameOffset - 1, value: offset, to: offset + length });
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
    rope.add(elementOf(EMBEDDED, name, value.bytes));
  } else if (value instanceof RawArray) {
    rope.add(elementOf(ARRAY, name, NONE));
    rope.addDocument(() => addItems(rope, value.items));
  } else if (isDocument(value) && holdsRaw(value)) {
    rope.add(elementOf(EMBEDDED, name, NONE));
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
  if (index >= 1000) return elementOf(EMBEDDED, String(index), NONE);
  itemHeads[index] ??= elementOf(EMBEDDED, String(index), NONE);
  return itemHeads[index];
}

function holdsRaw(document: Document): boolean {
  return Object.values(document).some(
    (value) => value instanceof RawDocument || value instanceof RawArray || (isDocument(value) && holdsRaw(value)),
  );
}
