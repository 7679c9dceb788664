import type { Document } from 'bson';
import { documentFrom, fieldEntries, setField } from '../../bson/field-order.ts';
import { shown } from '../../bson/shown.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { binaryComparison, type Comparison } from '../comparison.ts';
import { computed, constant, type Expression, type ExpressionParser, type Frame } from './expression.ts';
import { checkFieldName, fieldPath, valueAt } from './field-path.ts';
import { expressionOperators } from './operators.ts';
import { checkVariableRead, checkVariableWrite, undefinedVariable } from './variables.ts';

/** What expressions read of the documents they are given. */
export class Dependencies {
  readonly fields = new Set<string>();
  /** Some expression takes the document as a whole. */
  whole = false;
}

export interface ParserSettings {
  comparison?: Comparison | undefined;
  /** The names of the variables that frames will have. */
  variables?: Iterable<string> | undefined;
  now?: Date | undefined;
  dependencies?: Dependencies | undefined;
}

/** Parses expressions once, before the first document is seen. */
export class Parser implements ExpressionParser {
  readonly comparison: Comparison;
  readonly dependencies: Dependencies;
  readonly #now: Date;
  /** The key of each variable in a frame. */
  readonly #keys: ReadonlyMap<string, string>;
  readonly #depth: number;

  constructor(
    { comparison = binaryComparison, variables = [], now = new Date(), dependencies = new Dependencies() }: ParserSettings = {},
    keys?: ReadonlyMap<string, string>,
    depth = 0,
  ) {
    this.comparison = comparison;
    this.dependencies = dependencies;
    this.#now = now;
    this.#keys = keys ?? new Map([...variables].map((name) => [name, name]));
    this.#depth = depth;
  }

  /** @throws MongoError 168 for an unknown operator, 17276 for an undefined variable, and each operator's own */
  parse(value: unknown): Expression {
    if (typeof value === 'string') return value.startsWith('$') ? this.#path(value) : constant(value);
    if (Array.isArray(value)) return this.#array(value);
    return isDocument(value) ? this.#document(value) : constant(value);
  }

  naming(names: readonly string[]): { parser: Parser; keys: string[] } {
    const keys = new Map(this.#keys);
    const depth = this.#depth + 1;
    for (const name of names) keys.set(name, `${name}#${depth}`);
    const settings = { comparison: this.comparison, dependencies: this.dependencies, now: this.#now };
    return { parser: new Parser(settings, keys, depth), keys: names.map((name) => keys.get(name) as string) };
  }

  #array(values: unknown[]): Expression {
    const elements = values.map((value) => this.parse(value));
    return computed(elements, (frame) => elements.map((element) => element.evaluate(frame) ?? null));
  }

  #document(document: Document): Expression {
    const entries = fieldEntries(document);
    const first = entries[0]?.[0];
    if (!first?.startsWith('$')) return this.#object(entries);
    if (entries.length > 1)
      throw new MongoError(15983, `An object representing an expression must have exactly one field: ${shown(document)}`);
    const operator = Object.hasOwn(expressionOperators, first) ? expressionOperators[first] : undefined;
    if (!operator) throw new MongoError(168, `Unrecognized expression '${first}'`);
    return operator(document[first], this, first);
  }

  #object(entries: [string, unknown][]): Expression {
    const fields = entries.map(([name, value]) => {
      checkFieldName(name);
      return [name, this.parse(value)] as const;
    });
    const expressions = fields.map(([, expression]) => expression);
    if (entries.length === 0) return constant(documentFrom([]));
    return computed(expressions, (frame) => {
      const result: Document = {};
      for (const [name, expression] of fields) {
        const value = expression.evaluate(frame);
        if (value !== undefined) setField(result, name, value);
      }
      return result;
    });
  }

  #path(path: string): Expression {
    if (path === '$') throw new MongoError(16872, "'$' by itself is not a valid FieldPath");
    if (path.startsWith('$$')) return this.#variable(path.slice(2));
    return this.#fieldOf('CURRENT', fieldPath(path.slice(1)));
  }

  #variable(path: string): Expression {
    const dot = path.indexOf('.');
    const name = dot < 0 ? path : path.slice(0, dot);
    checkVariableRead(name);
    return this.#fieldOf(name, dot < 0 ? [] : fieldPath(path.slice(dot + 1)));
  }

  #fieldOf(variable: string, names: readonly string[]): Expression {
    const key = this.#keys.get(variable);
    if (key !== undefined) return { evaluate: readerOf((frame) => frame.variables[key], names), constant: false };
    if (variable === 'ROOT' || variable === 'CURRENT') return this.#rootField(names);
    if (variable === 'REMOVE') return constant(undefined);
    if (variable === 'NOW') return constant(valueAt(this.#now, names));
    if (variable === 'USER_ROLES') return constant(valueAt([], names));
    throw undefinedVariable(variable);
  }

  #rootField(names: readonly string[]): Expression {
    const [first] = names;
    if (first === undefined) this.dependencies.whole = true;
    else this.dependencies.fields.add(first);
    return { evaluate: readerOf((frame) => frame.root, names), constant: false };
  }
}

function readerOf(start: (frame: Frame) => unknown, names: readonly string[]): (frame: Frame) => unknown {
  return names.length === 0 ? start : (frame) => valueAt(start(frame), names);
}

/**
 * The variables a client names in `let`, evaluated.
 *
 * @throws MongoError for a name a client may not give
 */
export function evaluateVariables(definitions: Document | undefined, settings: ParserSettings = {}): Record<string, unknown> {
  const parser = new Parser(settings);
  const values: Record<string, unknown> = {};
  for (const [name, expression] of fieldEntries(definitions ?? {})) {
    checkVariableWrite(name);
    values[name] = parser.parse(expression).evaluate({ root: {}, variables: {} });
  }
  return values;
}
