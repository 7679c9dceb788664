import { asDocument } from '../bson-codec.ts';
import { orderKey } from '../order/order-key.ts';
import { typeNumbers } from '../query/type-test.ts';
import type { IndexState } from '../storage/index-state.ts';
import { type Conjunct, conjunctsOf } from './conjuncts.ts';
import { type Interval, isWithin } from './intervals.ts';

const NULL = orderKey(null);

/** First bytes of the keys of the types that `$type` can name in a partial index. */
const TYPE_BYTES: Record<number, number> = { 2: 15, 3: 20, 5: 30, 7: 35, 8: 40, 9: 45, 17: 47 };

/** True when an index holds every document the conditions allow, though it may leave others out. */
export function isUsable(index: IndexState, conjuncts: readonly Conjunct[]): boolean {
  if (index.sparse && !index.fields.some((field) => excludesMissing(field, conjuncts))) return false;
  if (!index.partialFilter) return true;
  return conjunctsOf(index.partialFilter).every((wanted) => isImplied(wanted, conjuncts));
}

/** True when the conditions cannot hold for a document without the field. */
function excludesMissing(field: string, conjuncts: readonly Conjunct[]): boolean {
  return conjuncts.some(
    ({ exists, bounds }) => exists === field || bounds.some(({ path, intervals }) => path === field && !intervals.some(hasNull)),
  );
}

function hasNull({ start, end }: Interval): boolean {
  return Buffer.compare(start, NULL) <= 0 && Buffer.compare(NULL, end) < 0;
}

function isImplied(wanted: Conjunct, conjuncts: readonly Conjunct[]): boolean {
  if (wanted.exists) return excludesMissing(wanted.exists, conjuncts);
  const typed = typeIntervals(wanted);
  const required = wanted.bounds.length === 1 && (wanted.bounds[0]?.exact ?? false) ? wanted.bounds[0] : typed;
  if (!required) return false;
  return conjuncts.some(({ bounds }) =>
    bounds.some(({ path, intervals }) => path === required.path && isWithin(intervals, required.intervals)),
  );
}

function typeIntervals({ filter }: Conjunct): { path: string; intervals: Interval[] } | undefined {
  const [path, condition] = Object.entries(filter)[0] as [string, unknown];
  const operand = asDocument(condition)?.$type;
  if (operand === undefined) return undefined;
  const bytes = (Array.isArray(operand) ? operand : [operand]).flatMap(typeNumbers).flatMap((number) => TYPE_BYTES[number] ?? []);
  return { path, intervals: bytes.map((byte) => ({ start: Buffer.from([byte]), end: Buffer.from([byte + 1]), point: false })) };
}
