import type { Document } from 'bson';
import type { Frame } from '../aggregation/expressions/expression.ts';
import { decode, encode } from '../bson-codec.ts';
import { type ProjectionContext, ProjectionParser } from './parse-projection.ts';
import { excludedRaw, includedRaw } from './raw-projection.ts';

/** Gives the bytes to answer for a document's bytes. */
export type Projection = (bytes: Uint8Array) => Uint8Array;

/**
 * Compiles a projection; `undefined` when the whole document is asked for. Plain inclusion and exclusion copy bytes.
 *
 * @throws MongoError 31253 or 31254 when inclusion and exclusion are mixed, 31249 or 31250 when paths collide, and others
 */
export function compileProjection(spec: Document | undefined, context: ProjectionContext): Projection | undefined {
  if (!spec || Object.keys(spec).length === 0) return undefined;
  const parser = new ProjectionParser(context);
  const including = parser.parse(spec);
  const { root, arrays } = parser;
  const computes = root.computes;
  if (!computes && arrays.length === 0) return including ? (bytes) => includedRaw(bytes, root) : (bytes) => excludedRaw(bytes, root);
  return (bytes) => {
    const original = decode(bytes);
    const frame: Frame = { root: original, variables: {} };
    const kept = including ? root.included(original) : root.excluded(original);
    const computed = computes ? root.computed(kept, frame) : kept;
    return encode(arrays.reduce((document, change) => change(document, original), computed));
  };
}
