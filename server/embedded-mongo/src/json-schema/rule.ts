import type { Document } from 'bson';
import { MongoError } from '../mongo-error.ts';

/** One keyword of a schema. */
export interface Rule {
  accepts(value: unknown): boolean;
  /** What `errInfo` says of a value that is not accepted. */
  describe(value: unknown): Document;
}

/** A schema is its rules, all of which must accept a value. */
export type Schema = readonly Rule[];

/** Makes the rules of a keyword, given its operand, the schema it stands in, and how to compile schemas inside it. */
export type Keyword = (operand: unknown, schema: Document, compile: (inner: unknown) => Schema) => Rule[];

/** A rule whose description repeats what was asked for. */
export function rule(specifiedAs: Document, accepts: (value: unknown) => boolean, more: (value: unknown) => Document): Rule {
  const operatorName = Object.keys(specifiedAs)[0];
  return { accepts, describe: (value) => ({ operatorName, specifiedAs, ...more(value) }) };
}

/** The error for an operand of the wrong type. */
export function malformed(keyword: string, expected: string): MongoError {
  return new MongoError(14, `$jsonSchema keyword '${keyword}' must be ${expected}`);
}

/** True when a value breaks no rule. */
export function satisfies(schema: Schema, value: unknown): boolean {
  for (const { accepts } of schema) if (!accepts(value)) return false;
  return true;
}

/** The rules a value breaks, in the words of `errInfo`. */
export function brokenRules(schema: Schema, value: unknown): Document[] {
  return schema.filter(({ accepts }) => !accepts(value)).map(({ describe }) => describe(value));
}
