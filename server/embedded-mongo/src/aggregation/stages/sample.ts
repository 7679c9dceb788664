import type { Document } from 'bson';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { isNumeric, toDouble } from '../../numbers/numeric.ts';
import { MEMORY_LIMIT, sizeOf } from '../accumulators/sizes.ts';
import { exceeded } from './group.ts';
import { gathering, type StageParser } from './stage.ts';

/** `$sample`: some documents, each as likely as any other; no more are held than are wanted. */
export const sample: StageParser = (operand) => {
  const size = checkedSize(operand);
  return {
    reads: new Set(),
    *run(inputs) {
      const chosen: Document[] = [];
      let seen = 0;
      let bytes = 0;
      yield* gathering(inputs, (document) => {
        seen++;
        const place = chosen.length < size ? chosen.length : Math.floor(Math.random() * seen);
        if (place >= size) return;
        bytes += sizeOf(document) - (place < chosen.length ? sizeOf(chosen[place]) : 0);
        if (bytes > MEMORY_LIMIT) throw exceeded('$sample');
        chosen[place] = document;
      });
      yield* shuffled(chosen);
    },
  };
};

function checkedSize(operand: unknown): number {
  if (!isDocument(operand)) throw new MongoError(28745, 'the $sample stage specification must be an object');
  for (const field of Object.keys(operand)) if (field !== 'size') throw new MongoError(28748, `unrecognized option to $sample: ${field}`);
  if (!Object.hasOwn(operand, 'size')) throw new MongoError(28749, '$sample stage must specify a size');
  if (!isNumeric(operand.size)) throw new MongoError(28746, 'size argument to $sample must be a number');
  const size = Math.trunc(toDouble(operand.size));
  if (size < 0) throw new MongoError(28747, 'size argument to $sample must not be negative');
  return size;
}

function shuffled<T>(values: T[]): T[] {
  for (let last = values.length - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1));
    [values[last], values[other]] = [values[other] as T, values[last] as T];
  }
  return values;
}
