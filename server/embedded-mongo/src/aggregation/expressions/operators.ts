import { accumulatorExpressions } from '../accumulators/accumulator-expressions.ts';
import { arithmeticOperators } from './arithmetic-operators.ts';
import { arrayOperators } from './array-operators.ts';
import { bitwiseOperators } from './bitwise-operators.ts';
import { conditionOperators } from './condition-operators.ts';
import { conversionOperators } from './conversion-operators.ts';
import { dateArithmeticOperators } from './date-arithmetic-operators.ts';
import { dateOperators } from './date-operators.ts';
import { datePartOperators } from './date-part-operators.ts';
import type { OperatorTable } from './expression.ts';
import { objectOperators } from './object-operators.ts';
import { powerOperators } from './power-operators.ts';
import { refusedOperators } from './refused-operators.ts';
import { regexOperators } from './regex-operators.ts';
import { roundingOperators } from './rounding-operators.ts';
import { setOperators } from './set-operators.ts';
import { stringOperators } from './string-operators.ts';
import { trigonometryOperators } from './trigonometry-operators.ts';
import { variableOperators } from './variable-operators.ts';

/** Every operator of expressions, by name. */
export const expressionOperators: OperatorTable = {
  ...accumulatorExpressions,
  ...arithmeticOperators,
  ...arrayOperators,
  ...bitwiseOperators,
  ...conditionOperators,
  ...conversionOperators,
  ...dateArithmeticOperators,
  ...dateOperators,
  ...datePartOperators,
  ...objectOperators,
  ...powerOperators,
  ...refusedOperators,
  ...regexOperators,
  ...roundingOperators,
  ...setOperators,
  ...stringOperators,
  ...trigonometryOperators,
  ...variableOperators,
};
