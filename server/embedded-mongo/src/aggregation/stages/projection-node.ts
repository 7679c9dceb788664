import type { Document } from 'bson';
import { copyDocument, fieldEntries, setField } from '../../bson/field-order.ts';
import { isDocument } from '../../bson-codec.ts';
import type { Expression, Frame } from '../expressions/expression.ts';

/** What becomes of a field. */
export type Projected = 'keep' | 'drop' | Expression | ProjectionNode;

/** What becomes of the fields of a document, and of those of the documents inside it. */
export class ProjectionNode {
  readonly fields = new Map<string, Projected>();

  /** The node of an embedded document, made on the first use; `undefined` when something else stands there. */
  child(name: string): ProjectionNode | undefined {
    const existing = this.fields.get(name);
    if (existing instanceof ProjectionNode) return existing;
    if (existing !== undefined) return undefined;
    const node = new ProjectionNode();
    this.fields.set(name, node);
    return node;
  }

  get computes(): boolean {
    return [...this.fields.values()].some((field) => (field instanceof ProjectionNode ? field.computes : typeof field === 'object'));
  }

  /** Keeps the fields named only. */
  included(document: Document): Document {
    const result: Document = {};
    for (const [name, value] of fieldEntries(document)) {
      const field = this.fields.get(name);
      const kept = field === 'keep' ? value : field instanceof ProjectionNode ? field.#includedValue(value) : undefined;
      if (kept !== undefined) setField(result, name, kept);
    }
    return result;
  }

  #includedValue(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((element) => this.#includedValue(element)).filter((element) => element !== undefined);
    return isDocument(value) ? this.included(value) : undefined;
  }

  /** Leaves out the fields named. */
  excluded(document: Document): Document {
    const result: Document = {};
    for (const [name, value] of fieldEntries(document)) {
      const field = this.fields.get(name);
      if (field === 'drop') continue;
      setField(result, name, field instanceof ProjectionNode ? field.#excludedValue(value) : value);
    }
    return result;
  }

  #excludedValue(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((element) => this.#excludedValue(element));
    return isDocument(value) ? this.excluded(value) : value;
  }

  /** Sets the computed fields of a document; one that computes to nothing is removed. */
  computed(document: Document, frame: Frame): Document {
    const result = copyDocument(document);
    for (const [name, field] of this.fields) {
      if (typeof field === 'string') continue;
      if (field instanceof ProjectionNode && !field.computes) continue;
      const current = Object.hasOwn(result, name) ? result[name] : undefined;
      const value = field instanceof ProjectionNode ? field.#computedValue(current, frame) : field.evaluate(frame);
      if (value !== undefined) setField(result, name, value);
      else delete result[name];
    }
    return result;
  }

  /** Every document of an array gets the fields; what is no document gives way to one. */
  #computedValue(value: unknown, frame: Frame): unknown {
    if (Array.isArray(value)) return value.map((element) => this.#computedValue(element, frame));
    return this.computed(isDocument(value) ? value : {}, frame);
  }
}
