import type { Document } from 'bson';
import { MongoError } from '../mongo-error.ts';
import type { CollectionState } from './collection-state.ts';

/**
 * A measurement has its time; its `_id`, if any, need not be its own.
 *
 * @throws MongoError 2
 */
export function checkMeasurement({ options }: CollectionState, document: Document): void {
  const timeField = options.timeseries?.timeField;
  if (timeField !== undefined && !(document[timeField] instanceof Date))
    throw new MongoError(2, `'${timeField}' must be present and contain a valid BSON UTC datetime value`);
}

/** @throws MongoError when a write that MongoDB or this server does not do on a time series is meant for one */
export function refuseOnTimeSeries(collection: CollectionState | undefined, code: 72 | 238, message: string): void {
  if (collection?.options.timeseries) throw new MongoError(code, message);
}
