import { MongoError } from '../../mongo-error.ts';
import { isNumeric } from '../../numbers/numeric.ts';
import type { Comparison } from '../comparison.ts';
import { computed, type Operator, type OperatorTable } from '../expressions/expression.ts';
import { operandList } from '../expressions/operands.ts';
import { parseSeveral, wantedCount } from './accumulations.ts';
import type { Accumulator } from './accumulator.ts';
import { Extreme } from './kept-values.ts';
import { Average, Deviation, Sum } from './numeric-accumulators.ts';
import { Percentile, parsePercentile } from './percentile.ts';
import { ExtremeN, FirstN, LastN } from './several-values.ts';

function gathered(accumulator: Accumulator, values: readonly unknown[]): unknown {
  for (const value of values) accumulator.add(value);
  return accumulator.result();
}

/** An accumulator over several operands, or over the elements of the only one. */
function over(begin: (comparison: Comparison) => Accumulator): Operator {
  return (operand, parser, name) => {
    const operands = operandList(operand, parser, name, 0, Number.POSITIVE_INFINITY);
    return computed(operands, (frame) => {
      const values = operands.map((expression) => expression.evaluate(frame));
      return gathered(begin(parser.comparison), values.length === 1 && Array.isArray(values[0]) ? values[0] : values);
    });
  };
}

function several(notObject: number, begin: (count: number, comparison: Comparison) => Accumulator): Operator {
  return (operand, parser) => {
    const { n, input } = parseSeveral(operand, parser, notObject);
    return computed([n, input], (frame) => {
      const accumulator = begin(wantedCount(n.evaluate(frame)), parser.comparison);
      const array = input.evaluate(frame);
      if (!Array.isArray(array)) throw new MongoError(5788200, 'Input must be an array');
      return gathered(accumulator, array);
    });
  };
}

const percentile: Operator = (operand, parser, name) => {
  const { input, ...spec } = parsePercentile(name, operand, parser, name === '$median' ? 7436201 : 7436200);
  return computed([input], (frame) => {
    const value = input.evaluate(frame);
    return gathered(new Percentile(spec), Array.isArray(value) ? value : isNumeric(value) ? [value] : []);
  });
};

/** The accumulators that are expressions too. */
export const accumulatorExpressions: OperatorTable = {
  $sum: over(() => new Sum()),
  $avg: over(() => new Average()),
  $min: over((comparison) => new Extreme(comparison, 1)),
  $max: over((comparison) => new Extreme(comparison, -1)),
  $stdDevPop: over(() => new Deviation(false)),
  $stdDevSamp: over(() => new Deviation(true)),
  $firstN: several(5787801, (n) => new FirstN(n)),
  $lastN: several(5787801, (n) => new LastN(n)),
  $minN: several(5787900, (n, comparison) => new ExtremeN('$minN', n, comparison)),
  $maxN: several(5787900, (n, comparison) => new ExtremeN('$maxN', n, comparison)),
  $percentile: percentile,
  $median: percentile,
};
