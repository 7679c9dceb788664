import { ProjectionNode } from '../aggregation/stages/projection-node.ts';
import { BSON } from '../bson/element-types.ts';
import { documentOf, elementOf, rawElements } from '../raw-document.ts';

/** Copies the fields a node keeps, byte for byte. */
export function includedRaw(bytes: Uint8Array, node: ProjectionNode): Buffer {
  const kept: Uint8Array[] = [];
  for (const { type, name, from, value, to } of rawElements(bytes)) {
    const field = node.fields.get(name);
    if (field === 'keep') kept.push(bytes.subarray(from, to));
    else if (field instanceof ProjectionNode) {
      if (type === BSON.object) kept.push(elementOf(type, name, includedRaw(bytes.subarray(value, to), field)));
      else if (type === BSON.array) kept.push(elementOf(type, name, includedRawElements(bytes.subarray(value, to), field)));
    }
  }
  return documentOf(kept);
}

/** Values that have no fields are left out. */
function includedRawElements(bytes: Uint8Array, node: ProjectionNode): Buffer {
  const kept: Uint8Array[] = [];
  for (const { type, value, to } of rawElements(bytes)) {
    const position = String(kept.length);
    if (type === BSON.object) kept.push(elementOf(type, position, includedRaw(bytes.subarray(value, to), node)));
    else if (type === BSON.array) kept.push(elementOf(type, position, includedRawElements(bytes.subarray(value, to), node)));
  }
  return documentOf(kept);
}

/** Copies all but the fields a node drops; neighbours that stay are copied at once. */
export function excludedRaw(bytes: Uint8Array, node: ProjectionNode): Buffer {
  const kept: Uint8Array[] = [];
  let run = -1;
  let end = 4;
  for (const { type, name, from, value, to } of rawElements(bytes)) {
    const field = node.fields.get(name);
    const inner = field instanceof ProjectionNode ? excludedRawValue(type, bytes.subarray(value, to), field) : undefined;
    const stays = field !== 'drop' && !inner;
    if (stays && run < 0) run = from;
    if (!stays && run >= 0) {
      kept.push(bytes.subarray(run, from));
      run = -1;
    }
    if (inner) kept.push(elementOf(type, name, inner));
    end = to;
  }
  if (run >= 0) kept.push(bytes.subarray(run, end));
  return documentOf(kept);
}

/** `undefined` for a value that has no fields. */
function excludedRawValue(type: number, bytes: Uint8Array, node: ProjectionNode): Buffer | undefined {
  if (type === BSON.object) return excludedRaw(bytes, node);
  if (type !== BSON.array) return undefined;
  const elements = rawElements(bytes).map(({ type: inner, name, from, value, to }) => {
    const excluded = excludedRawValue(inner, bytes.subarray(value, to), node);
    return excluded ? elementOf(inner, name, excluded) : bytes.subarray(from, to);
  });
  return documentOf(elements);
}
