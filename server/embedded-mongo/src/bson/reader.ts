import { Code, type Document } from 'bson';
import { MongoError } from '../mongo-error.ts';
import { BSON, DEEPEST } from './element-types.ts';
import { asBuffer, documentEnd, malformed, valueEnd } from './elements.ts';
import { isPositionName, rememberOrder } from './field-order.ts';
import { nameAt } from './name-cache.ts';
import { type Precision, readScalar, readString } from './scalar-reader.ts';

/** Reads one BSON document. */
export class BsonReader {
  readonly #buffer: Buffer;
  readonly #precision: Precision;
  #at = 0;

  constructor(bytes: Uint8Array, precision: Precision = 'exact') {
    this.#buffer = asBuffer(bytes);
    this.#precision = precision;
  }

  /**
   * The document, decoded.
   *
   * @param rawField a top-level array whose documents are to be left as bytes
   * @throws MongoError 22 for bytes that are no document, 15 when it is nested too deep
   */
  document(rawField?: string): Document {
    const end = documentEnd(this.#buffer, 0, this.#buffer.length);
    if (end !== this.#buffer.length) malformed('bytes follow the document');
    return this.#document(end, 1, rawField);
  }

  /** Some top-level fields only; the others, however large, are passed over. */
  fields(wanted: ReadonlySet<string>): Document {
    const end = documentEnd(this.#buffer, 0, this.#buffer.length);
    const document: Document = {};
    let left = wanted.size;
    this.#at = 4;
    while (left > 0 && this.#at < end - 1) {
      const type = this.#buffer[this.#at++] as number;
      const name = this.#name(end);
      if (wanted.has(name)) {
        assign(document, name, this.#value(type, end, 1));
        left--;
      } else this.#at = valueEnd(this.#buffer, type, this.#at, end);
    }
    return document;
  }

  #document(end: number, depth: number, rawField?: string): Document {
    checkDepth(depth);
    const document: Document = {};
    let order: string[] | undefined;
    this.#at += 4;
    while (this.#at < end - 1) {
      const type = this.#buffer[this.#at++] as number;
      const name = this.#name(end);
      if (order) order.push(name);
      else if (isPositionName(name)) order = [...Object.keys(document), name];
      const value = name === rawField && type === BSON.array ? this.#array(end, depth, true) : this.#value(type, end, depth);
      assign(document, name, value);
    }
    if (this.#at !== end - 1) malformed('a document is not ended');
    this.#at = end;
    if (order) rememberOrder(document, [...new Set(order)]);
    return document;
  }

  #array(limit: number, depth: number, raw = false): unknown[] {
    checkDepth(depth);
    const end = documentEnd(this.#buffer, this.#at, limit);
    const values: unknown[] = [];
    this.#at += 4;
    while (this.#at < end - 1) {
      const type = this.#buffer[this.#at++] as number;
      // The names of elements are their positions, whatever is written.
      this.#skipName(end);
      if (raw && type === BSON.object) {
        const from = this.#at;
        this.#at = documentEnd(this.#buffer, from, end);
        values.push(this.#buffer.subarray(from, this.#at));
      } else values.push(this.#value(type, end, depth));
    }
    if (this.#at !== end - 1) malformed('an array is not ended');
    this.#at = end;
    return values;
  }

  #value(type: number, limit: number, depth: number): unknown {
    switch (type) {
      case BSON.object:
        return this.#document(documentEnd(this.#buffer, this.#at, limit), depth + 1);
      case BSON.array:
        return this.#array(limit, depth + 1);
      case BSON.codeWithScope:
        return this.#codeWithScope(limit, depth);
    }
    const from = this.#at;
    this.#at = valueEnd(this.#buffer, type, from, limit);
    return readScalar(this.#buffer, type, from, this.#at, this.#precision);
  }

  #codeWithScope(limit: number, depth: number): Code {
    const end = valueEnd(this.#buffer, BSON.codeWithScope, this.#at, limit);
    const from = this.#at + 4;
    this.#at = valueEnd(this.#buffer, BSON.code, from, end);
    const code = readString(this.#buffer, from, this.#at);
    const scope = this.#document(documentEnd(this.#buffer, this.#at, end), depth + 1);
    if (this.#at !== end) malformed('the length of a code with scope cannot be');
    return new Code(code, scope);
  }

  #name(limit: number): string {
    const from = this.#at;
    this.#skipName(limit);
    return nameAt(this.#buffer, from, this.#at - 1);
  }

  #skipName(limit: number): void {
    while (this.#buffer[this.#at++] !== 0) if (this.#at >= limit) malformed('a name is not ended');
  }
}

function checkDepth(depth: number): void {
  if (depth > DEEPEST) throw new MongoError(15, `BSONObj exceeds maximum nested object depth: ${DEEPEST}`);
}

function assign(document: Document, name: string, value: unknown): void {
  if (name === '__proto__') Object.defineProperty(document, name, { value, writable: true, enumerable: true, configurable: true });
  else document[name] = value;
}
