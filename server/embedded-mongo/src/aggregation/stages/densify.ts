import type { Document } from 'bson';
import { isNullish } from '../../bson/truth.ts';
import { MongoError } from '../../mongo-error.ts';
import { isNumeric, type Numeric } from '../../numbers/numeric.ts';
import type { Comparison } from '../comparison.ts';
import { addUnits, type TimeUnit } from '../dates/date-arithmetic.ts';
import { UTC } from '../dates/time-zone.ts';
import { ADDITION, combine } from '../expressions/arithmetic-operators.ts';
import type { Documents } from '../scope.ts';
import { type Densification, parseDensify } from './densify-spec.ts';
import { nestedValue, withNested } from './nested-field.ts';
import { sort } from './sort.ts';
import type { StageParser } from './stage.ts';

type Place = Date | Numeric;

const MOST_GENERATED = 500_000;

/** Where the documents of one partition have got to. */
interface Progress {
  fields: Document;
  /** The last place of the grid that a document stands at. */
  at: Place | undefined;
}

/** `$densify`: documents in the gaps between the places where there are any. */
export const densify: StageParser = (operand, context) => {
  const spec = parseDensify(operand);
  const { comparison } = context.parser();
  const isFull = spec.bounds === 'full';
  const order = [...(isFull ? [] : spec.partitions.map((names) => names.join('.'))), spec.field.join('.')];
  const ordered = sort(Object.fromEntries(order.map((path) => [path, 1])), context, '$sort');
  return {
    *run(inputs, scope) {
      const documents = ordered.run(inputs, scope);
      yield* new Densifier(spec, comparison).run(documents);
    },
  };
};

class Densifier {
  readonly #spec: Densification;
  readonly #comparison: Comparison;
  readonly #partitions = new Map<string, Progress>();
  #generated = 0;
  #lowest: Place | undefined;
  #highest: Place | undefined;

  constructor(spec: Densification, comparison: Comparison) {
    this.#spec = spec;
    this.#comparison = comparison;
    if (Array.isArray(spec.bounds)) [this.#lowest, this.#highest] = spec.bounds;
  }

  *run(documents: Documents): Documents {
    const { bounds, partitions } = this.#spec;
    for (const document of documents) {
      if (document) yield* this.#before(document);
      yield document;
    }
    if (bounds === 'partition' || !this.#highest) return;
    // With bounds of its own and no partitions, a grid is drawn even where there is no document.
    if (Array.isArray(bounds) && partitions.length === 0 && this.#partitions.size === 0)
      this.#partitions.set('', { fields: {}, at: undefined });
    for (const progress of this.#partitions.values()) yield* this.#after(progress);
  }

  /** What belongs before a document of its partition. */
  *#before(document: Document): Documents {
    const place = this.#placeOf(document);
    if (place === undefined) return;
    const { bounds } = this.#spec;
    const progress = this.#progressOf(document);
    if (bounds === 'full') {
      this.#lowest ??= place;
      this.#highest = place;
    } else if (Array.isArray(bounds) && this.#compare(place, bounds[0]) < 0) return;
    const limit = Array.isArray(bounds) && this.#compare(place, bounds[1]) > 0 ? bounds[1] : place;
    if (bounds === 'partition' && progress.at === undefined) {
      progress.at = place;
      return;
    }
    yield* this.#fill(progress, limit, false);
    const next = this.#nextOf(progress);
    if (next !== undefined && this.#compare(next, place) === 0) progress.at = place;
  }

  /** What is left to the end of the range; the end itself belongs to a range found in the documents. */
  *#after(progress: Progress): Documents {
    yield* this.#fill(progress, this.#highest as Place, this.#spec.bounds === 'full');
  }

  *#fill(progress: Progress, limit: Place, inclusive: boolean): Documents {
    for (let next = this.#nextOf(progress); next !== undefined; next = this.#nextOf(progress)) {
      const order = this.#compare(next, limit);
      if (order > 0 || (order === 0 && !inclusive)) return;
      if (++this.#generated > MOST_GENERATED)
        throw new MongoError(5897900, `Generated ${MOST_GENERATED} documents in $densify, which is over the limit of ${MOST_GENERATED}`);
      progress.at = next;
      yield withNested(progress.fields, this.#spec.field, next);
    }
  }

  #nextOf({ at }: Progress): Place | undefined {
    if (at === undefined) return this.#lowest;
    const { step, unit } = this.#spec;
    return at instanceof Date ? addUnits(at, unit as TimeUnit, Number(step), UTC) : combine(ADDITION, at, step);
  }

  #compare(a: Place, b: Place): number {
    return this.#comparison.compare(a, b);
  }

  #placeOf(document: Document): Place | undefined {
    const { field, unit } = this.#spec;
    const value = nestedValue(document, field);
    if (isNullish(value)) return undefined;
    if (value instanceof Date) {
      if (!unit) throw new MongoError(6053600, 'Encountered date densify value in collection when step does not have a date unit.');
      return value;
    }
    if (!isNumeric(value)) throw new MongoError(5733201, 'PartitionByFields or densify field type must be numeric or a date');
    if (unit) throw new MongoError(6053600, 'Encountered numeric densify value in collection when step has a date unit.');
    return value;
  }

  #progressOf(document: Document): Progress {
    let fields: Document = {};
    let key = '';
    for (const names of this.#spec.partitions) {
      const value = nestedValue(document, names);
      if (Array.isArray(value)) throw new MongoError(5733307, '$densify cannot generate fields nested inside arrays');
      key += `${this.#comparison.key(value)}\0`;
      if (value !== undefined) fields = withNested(fields, names, value);
    }
    let progress = this.#partitions.get(key);
    if (!progress) {
      progress = { fields, at: undefined };
      this.#partitions.set(key, progress);
    }
    return progress;
  }
}
