import type { Document } from 'bson';
import { asDocument, toNumber } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { refuseUnknown } from './command.ts';

/** How long the measurements of a bucket last, in seconds, by granularity; kept for what clients read of it. */
const SPANS: Readonly<Record<string, number>> = { seconds: 3600, minutes: 86_400, hours: 2_592_000 };
const FIELDS = ['timeField', 'metaField', 'granularity', 'bucketMaxSpanSeconds', 'bucketRoundingSeconds'];

/**
 * The description of a time series as it is stored and listed.
 *
 * @throws MongoError 40414, 40415, 14, 2 or 72 for one that is malformed
 */
export function timeSeriesOptions({ timeseries: given, ...others }: Document): Document {
  if (given === undefined) return {};
  const excluded = ['capped', 'clusteredIndex', 'validator'].find((option) => others[option] !== undefined);
  if (excluded) throw new MongoError(72, `'timeseries' is not allowed with '${excluded}'`);
  const timeseries = asDocument(given);
  if (!timeseries) throw new MongoError(14, "BSON field 'create.timeseries' is the wrong type, expected type 'object'");
  refuseUnknown(timeseries, FIELDS, 'create.timeseries');
  const { timeField, metaField, granularity } = timeseries;
  if (timeField === undefined) throw new MongoError(40414, "BSON field 'create.timeseries.timeField' is missing but a required field");
  checkField('timeField', timeField);
  if (metaField !== undefined) checkField('metaField', metaField);
  if (metaField === '_id' || metaField === timeField)
    throw new MongoError(72, `The 'metaField' cannot be "_id" or the same as the 'timeField'`);
  return { timeseries: { timeField, ...(metaField === undefined ? {} : { metaField }), ...buckets(granularity, timeseries) } };
}

function checkField(option: string, name: unknown): void {
  if (typeof name !== 'string')
    throw new MongoError(14, `BSON field 'create.timeseries.${option}' is the wrong type, expected type 'string'`);
  if (name === '' || name.includes('.') || name.startsWith('$')) throw new MongoError(72, `The '${option}' cannot be '${name}'`);
}

function buckets(granularity: unknown, { bucketMaxSpanSeconds, bucketRoundingSeconds }: Document): Document {
  if (bucketMaxSpanSeconds === undefined && bucketRoundingSeconds === undefined) {
    const span = SPANS[String(granularity ?? 'seconds')];
    if (span === undefined)
      throw new MongoError(2, `Enumeration value '${String(granularity)}' for field 'create.timeseries.granularity' is not a valid value.`);
    return { granularity: granularity ?? 'seconds', bucketMaxSpanSeconds: span };
  }
  const span = toNumber(bucketMaxSpanSeconds);
  if (span === undefined || span < 1 || toNumber(bucketRoundingSeconds) !== span || granularity !== undefined)
    throw new MongoError(72, "Timeseries 'bucketMaxSpanSeconds' and 'bucketRoundingSeconds' need to be set alone, to the same value");
  return { bucketRoundingSeconds: span, bucketMaxSpanSeconds: span };
}
