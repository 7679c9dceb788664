import { type Document, onDemand } from "bson";
import { encode, isDocument } from "./bson-codec.ts";

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
    const name = buffer.toString("utf8", nameOffset, nameOffset + nameLength);
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
  return Buffer.concat([Buffer.from([type]), Buffer.from(name, "utf8"), END, value]);
}

/** The element of a decoded value; nothing for `undefined`. */
export function encodedElement(name: string, value: unknown): Buffer | undefined {
  if (value === undefined) return undefined;
  const bytes = encode({ [name]: value });
  return bytes.length === 5 ? undefined : bytes.subarray(4, bytes.length - 1);
}

/** Encodes a document in which raw documents and arrays of them may stand at any depth of plain documents. */
export function encodeWithRaw(document: Document): Buffer {
  const elements: Uint8Array[] = [];
  for (const [name, value] of Object.entries(document)) {
    if (value instanceof RawDocument) elements.push(elementOf(EMBEDDED, name, value.bytes));
    else if (value instanceof RawArray) elements.push(elementOf(ARRAY, name, arrayOf(value.items)));
    else if (isDocument(value) && holdsRaw(value)) elements.push(elementOf(EMBEDDED, name, encodeWithRaw(value)));
    else {
      const element = encodedElement(name, value);
      if (element) elements.push(element);
    }
  }
  return documentOf(elements);
}

function holdsRaw(document: Document): boolean {
  return Object.values(document).some((value) => value instanceof RawDocument || value instanceof RawArray || (isDocument(value) && holdsRaw(value)));
}

function arrayOf(items: readonly Uint8Array[]): Buffer {
  let length = 5;
  for (const [index, item] of items.entries()) length += item.length + 2 + digits(index);
  const result = Buffer.allocUnsafe(length);
  let at = result.writeInt32LE(length, 0);
  for (const [index, item] of items.entries()) {
    result[at++] = EMBEDDED;
    at += result.write(String(index), at, "latin1");
    result[at++] = 0;
    result.set(item, at);
    at += item.length;
  }
  result[at] = 0;
  return result;
}

function digits(index: number): number {
  return index < 10 ? 1 : index < 100 ? 2 : index < 1000 ? 3 : String(index).length;
}
