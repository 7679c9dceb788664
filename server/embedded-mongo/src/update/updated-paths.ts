import { MongoError } from '../mongo-error.ts';
import { isArrayIdentifier } from './positions.ts';

/** The paths an update changes, of which none may lie inside another. */
export class UpdatedPaths {
  readonly #changed = new Set<string>();
  /** The paths on the way to a changed one, and whether elements of an array are meant by what follows. */
  readonly #ways = new Map<string, boolean>();

  /** @throws MongoError 40 when a path is, holds or lies inside one already there */
  add(parts: readonly string[]): void {
    const path = parts.join('.');
    for (let length = 1; length < parts.length; length++) {
      const way = parts.slice(0, length).join('.');
      const ofElements = isArrayIdentifier(parts[length] as string);
      if (this.#changed.has(way) || (this.#ways.get(way) ?? ofElements) !== ofElements) throw conflict(path, way);
      this.#ways.set(way, ofElements);
    }
    if (this.#changed.has(path) || this.#ways.has(path)) throw conflict(path, path);
    this.#changed.add(path);
  }
}

function conflict(path: string, at: string): MongoError {
  return new MongoError(40, `Updating the path '${path}' would create a conflict at '${at}'`);
}
