import { shown } from '../../bson/shown.ts';
import { typeName } from '../../bson/value-type.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { integralOf, intOrLong, isNumeric, toDouble } from '../../numbers/numeric.ts';
import { parseAccumulation } from '../accumulators/accumulations.ts';
import { grouped } from './group.ts';
import { sort } from './sort.ts';
import { gathering, readsOf, type StageParser } from './stage.ts';

/** A whole number of documents; a fraction is cut, as the server does. */
function countOf(operand: unknown, name: '$limit' | '$skip', code: number): number {
  const refusal = (what: string) => new MongoError(code, `invalid argument to ${name} stage: ${what} in: ${name}: ${shown(operand)}`);
  if (!isNumeric(operand)) throw refusal('Expected a number');
  if (integralOf(operand) === undefined) throw refusal('Expected an integer');
  const count = toDouble(operand);
  if (count < 0) throw refusal('Expected a non-negative number');
  return count;
}

/** `$limit` stops reading as soon as it has what it wants. */
export const limit: StageParser = (operand) => {
  const most = countOf(operand, '$limit', 5107201);
  if (most === 0) throw new MongoError(15958, 'the limit must be positive');
  return {
    reads: new Set(),
    *run(inputs) {
      let given = 0;
      for (const document of inputs) {
        yield document;
        if (document && ++given === most) return;
      }
    },
  };
};

export const skip: StageParser = (operand) => {
  const first = countOf(operand, '$skip', 5107200);
  return {
    reads: new Set(),
    *run(inputs) {
      let skipped = 0;
      for (const document of inputs) {
        if (document && skipped < first) skipped++;
        else yield document;
      }
    },
  };
};

/** `$count`: nothing at all when there is nothing to count. */
export const count: StageParser = (operand) => {
  const field = checkedCountField(operand);
  return {
    reads: new Set(),
    reshapes: true,
    *run(inputs) {
      let counted = 0;
      yield* gathering(inputs, () => counted++);
      if (counted > 0) yield { [field]: intOrLong(BigInt(counted)) };
    },
  };
};

/** @throws MongoError 40156 to 40160 for a name no field of a count can have */
export function checkedCountField(operand: unknown): string {
  if (typeof operand !== 'string') throw new MongoError(40156, 'the count field must be a non-empty string');
  if (operand === '') throw new MongoError(40157, 'the count field must be a non-empty string');
  if (operand.startsWith('$')) throw new MongoError(40158, 'the count field cannot be a $-prefixed path');
  if (operand.includes('\0')) throw new MongoError(40159, 'the count field cannot contain a null byte');
  if (operand.includes('.')) throw new MongoError(40160, "the count field cannot contain '.'");
  return operand;
}

/** `$sortByCount`: how often each value comes, the most frequent first. */
export const sortByCount: StageParser = (operand, context) => {
  if (isDocument(operand)) {
    if (!Object.keys(operand)[0]?.startsWith('$'))
      throw new MongoError(40147, 'the sortByCount field must be defined as a $-prefixed path or an expression inside an object');
  } else if (typeof operand !== 'string')
    throw new MongoError(40149, `the sortByCount field must be specified as a string or as an object, found ${typeName(operand)}`);
  else if (!operand.startsWith('$'))
    throw new MongoError(40148, 'the sortByCount field must be defined as a $-prefixed path or an expression inside an object');
  const parser = context.parser();
  const grouping = { id: parser.parse(operand), fields: [['count', parseAccumulation('count', { $sum: 1 }, parser)]] as const };
  const byCount = sort({ count: -1 }, context, '$sort');
  return {
    reads: readsOf(parser),
    reshapes: true,
    run: (inputs, scope) => byCount.run(grouped(inputs, grouping, scope, parser.comparison), scope),
  };
};

/** The field a `$group` counts all documents in, if counting is all it does. */
export function countedField(stage: { name: string; operand: unknown }): { id: unknown; field: string } | undefined {
  if (stage.name === '$count') return { id: undefined, field: stage.operand as string };
  if (stage.name !== '$group' || !isDocument(stage.operand)) return undefined;
  const { _id, ...fields } = stage.operand;
  const [only, ...others] = Object.entries(fields);
  if (!only || others.length > 0 || !isDocument(only[1])) return undefined;
  const [operator, operand] = Object.entries(only[1])[0] as [string, unknown];
  const counts = operator === '$count' || (operator === '$sum' && operand === 1);
  return counts && (_id === null || typeof _id === 'number') ? { id: _id, field: only[0] } : undefined;
}
