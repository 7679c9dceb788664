import { type BSONRegExp, type Document, Double } from 'bson';
import { fieldEntries } from './field-order.ts';
import { typeName } from './value-type.ts';

/** A value as MongoDB writes it in its messages. */
export function shown(value: unknown): string {
  switch (typeName(value)) {
    case 'string':
    case 'symbol':
      return `"${String(value)}"`;
    case 'object':
      return inside(
        '{',
        fieldEntries(value as Document).map(([name, inner]) => `${name}: ${shown(inner)}`),
        '}',
      );
    case 'array':
      return inside('[', (value as unknown[]).map(shown), ']');
    case 'double':
      return value instanceof Double ? value.value.toFixed(1) : String(value);
    case 'date':
      return `new Date(${value instanceof Date ? value.getTime() : 'far'})`;
    case 'objectId':
      return `ObjectId('${String(value)}')`;
    case 'regex':
      return `/${(value as BSONRegExp).pattern}/${(value as BSONRegExp).options}`;
    case 'binData':
    case 'timestamp':
    case 'javascript':
    case 'javascriptWithScope':
    case 'dbPointer':
    case 'minKey':
    case 'maxKey':
      return typeName(value);
    default:
      return value === undefined ? 'undefined' : String(value);
  }
}

function inside(open: string, parts: string[], close: string): string {
  return parts.length === 0 ? `${open}${close}` : `${open} ${parts.join(', ')} ${close}`;
}
