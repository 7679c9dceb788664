import type { Document } from 'bson';
import { Context, evalExpr } from 'mingo/core';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import * as window from 'mingo/operators/window';
import type { Options } from 'mingo/types';
import { toMongoError } from '../mongo-error.ts';
import { toArithmetic } from './arithmetic-values.ts';

/** Operators that run a client's JavaScript, or write: this server does neither. */
const { $function: _f, $where: _w, ...expressions } = { ...expression } as Record<string, unknown>;
const { $accumulator: _a, ...accumulators } = { ...accumulator } as Record<string, unknown>;

/** The operators of mingo that this server offers in expressions. */
export const expressionContext: Context = Context.init({
  accumulator: accumulators,
  expression: expressions,
  projection,
  query,
  window,
} as never);

/** The stages of mingo, for the pipeline runner to choose from. */
export const mingoStages: Record<string, unknown> = { ...pipeline };

/** Options of every evaluation: no JavaScript of the client is ever run. */
export function expressionOptions(variables: Document | undefined, context: Context = expressionContext): Options {
  return {
    idKey: '_id',
    scriptEnabled: false,
    useStrictMode: true,
    failOnError: true,
    processingMode: 0,
    context,
    ...(variables ? { variables } : {}),
  };
}

/**
 * The value of an aggregation expression for a document.
 *
 * @throws MongoError 2 for an operator mingo does not know or an operand it refuses.
 */
export function evaluateExpression(document: Document, value: unknown, variables?: Document): unknown {
  try {
    return evalExpr(toArithmetic(document), toArithmetic(value), expressionOptions(variables));
  } catch (error) {
    throw toMongoError(error);
  }
}
