import type { Document } from 'bson';
import { asDocument } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { KEYWORDS } from './keywords.ts';
import { NESTED_KEYWORDS } from './nested-keywords.ts';
import type { Keyword, Schema } from './rule.ts';

const ALL_KEYWORDS: Readonly<Record<string, Keyword>> = { ...KEYWORDS, ...NESTED_KEYWORDS };

/** Keywords of JSON Schema that say nothing of a value. */
const SILENT = new Set(['title', 'description', 'exclusiveMaximum', 'exclusiveMinimum', 'additionalItems']);
/** Keywords of JSON Schema that MongoDB does not have, and of its own that encrypt. */
const UNSUPPORTED = new Set(['$ref', '$schema', 'default', 'definitions', 'format', 'id', 'encrypt', 'encryptMetadata']);

/**
 * Compiles a JSON Schema (draft 4, with `bsonType`) as MongoDB reads it.
 *
 * @throws MongoError 9 for a keyword that does not exist or is not supported, 14 or 2 for a malformed operand
 */
export function compileSchema(given: unknown, owner = '$jsonSchema'): Schema {
  const schema = asDocument(given);
  if (!schema) throw new MongoError(14, `${owner} must be an object`);
  checkAnnotations(schema);
  return Object.entries(schema).flatMap(([keyword, operand]) => {
    if (SILENT.has(keyword)) return [];
    if (UNSUPPORTED.has(keyword)) throw new MongoError(9, `$jsonSchema keyword '${keyword}' is not currently supported`);
    const compile = Object.hasOwn(ALL_KEYWORDS, keyword) ? ALL_KEYWORDS[keyword] : undefined;
    if (!compile) throw new MongoError(9, `Unknown $jsonSchema keyword: ${keyword}`);
    return compile(operand, schema, (inner) => compileSchema(inner, `$jsonSchema keyword '${keyword}'`));
  });
}

/** Keywords that are no rules of their own are still checked. */
function checkAnnotations(schema: Document): void {
  for (const keyword of ['title', 'description']) {
    if (schema[keyword] !== undefined && typeof schema[keyword] !== 'string')
      throw new MongoError(14, `$jsonSchema keyword '${keyword}' must be of type string`);
  }
  for (const [keyword, bound] of [
    ['exclusiveMaximum', 'maximum'],
    ['exclusiveMinimum', 'minimum'],
  ] as const) {
    if (schema[keyword] === undefined) continue;
    if (typeof schema[keyword] !== 'boolean') throw new MongoError(14, `$jsonSchema keyword '${keyword}' must be a boolean`);
    if (schema[bound] === undefined) throw new MongoError(9, `$jsonSchema keyword '${bound}' must be a present if ${keyword} is present`);
  }
  const rest = schema.additionalItems;
  if (rest !== undefined && typeof rest !== 'boolean' && !asDocument(rest))
    throw new MongoError(14, "$jsonSchema keyword 'additionalItems' must be either an object or a boolean");
}
