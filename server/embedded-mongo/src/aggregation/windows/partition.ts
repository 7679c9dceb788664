import type { Document } from 'bson';
import type { Expression, Frame } from '../expressions/expression.ts';
import { nestedValue } from '../stages/nested-field.ts';

/** The documents a window function sees, in their order, and what expressions make of them. */
export class Partition {
  readonly documents: readonly Document[];
  readonly sortPath: readonly string[] | undefined;
  readonly #frame: Frame & { root: unknown };

  /** @param sortPath the only field the documents are sorted by, if there is just one */
  constructor(documents: readonly Document[], sortPath: readonly string[] | undefined, frame: Frame & { root: unknown }) {
    this.documents = documents;
    this.sortPath = sortPath;
    this.#frame = frame;
  }

  get variables(): Frame['variables'] {
    return this.#frame.variables;
  }

  /** The value of an expression for each document. */
  valuesOf(expression: Expression): unknown[] {
    return this.documents.map((document) => {
      this.#frame.root = document;
      return expression.evaluate(this.#frame);
    });
  }

  /** What each document is sorted by. */
  places(): unknown[] {
    const path = this.sortPath as readonly string[];
    return this.documents.map((document) => nestedValue(document, path));
  }
}

/** Gives each document of a partition its value. */
export type WindowFunction = (partition: Partition) => unknown[];
