import type { Document } from 'bson';
import { asDocument, toNumber } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';

const LEVELS = ['local', 'available', 'majority'];
/** Levels that are of replica sets. */
const CLUSTER_LEVELS = ['linearizable', 'snapshot'];
const READ_FIELDS = ['level', 'provenance', 'allowTransactionTableSnapshot'];
const WRITE_FIELDS = ['w', 'j', 'fsync', 'wtimeout', 'wTimeoutMS', 'provenance', 'getLastError'];
const MOST_NODES = 50;
const LONGEST = 2 ** 31 - 1;

/**
 * Checks what a client asks of the certainty and of the time of a command. Every write is acknowledged from the disk and
 * every read sees what is there: all holds that does not need other servers.
 *
 * @throws MongoError for what is malformed, or is of a cluster
 */
export function checkConcerns({ readConcern, writeConcern, maxTimeMS, $readPreference }: Document): void {
  if (readConcern !== undefined) checkReadConcern(documentOf(readConcern, 'readConcern'));
  if (writeConcern !== undefined) checkWriteConcern(documentOf(writeConcern, 'writeConcern'));
  if (maxTimeMS !== undefined) checkTime(maxTimeMS);
  if ($readPreference !== undefined) documentOf($readPreference, '$readPreference');
}

function documentOf(value: unknown, field: string): Document {
  const document = asDocument(value);
  if (!document) throw new MongoError(14, `BSON field '${field}' is the wrong type, expected type 'object'`);
  return document;
}

function checkReadConcern(concern: Document): void {
  for (const field of Object.keys(concern)) {
    if (['afterClusterTime', 'atClusterTime'].includes(field) || CLUSTER_LEVELS.includes(concern.level))
      throw new MongoError(123, `node needs to be a replica set member to use readConcern: ${String(concern.level ?? field)}`);
    if (!READ_FIELDS.includes(field)) throw new MongoError(40415, `BSON field 'readConcern.${field}' is an unknown field.`);
  }
  if (concern.level !== undefined && !LEVELS.includes(concern.level))
    throw new MongoError(2, `Enumeration value '${String(concern.level)}' for field 'readConcern.level' is not a valid value.`);
}

function checkWriteConcern(concern: Document): void {
  const unknown = Object.keys(concern).find((field) => !WRITE_FIELDS.includes(field));
  if (unknown) throw new MongoError(9, `unrecognized write concern field: ${unknown}`);
  const { w } = concern;
  if (w === undefined || w === 'majority') return;
  if (typeof w === 'string')
    throw new MongoError(2, `cannot use non-majority 'w' mode "${w}" when a host is not a member of a replica set`);
  const nodes = toNumber(w);
  if (nodes === undefined) throw new MongoError(9, 'w has to be a number, string, or object');
  if (nodes < 0 || nodes > MOST_NODES)
    throw new MongoError(9, `w has to be a non-negative number and not greater than ${MOST_NODES}; found: ${nodes}`);
  if (nodes > 1) throw new MongoError(2, "cannot use 'w' > 1 when a host is not replicated");
}

function checkTime(value: unknown): void {
  const time = toNumber(value);
  if (time === undefined) throw new MongoError(14, "BSON field 'maxTimeMS' is the wrong type, expected a number");
  if (!Number.isInteger(time)) throw new MongoError(2, `maxTimeMS has non-integral value: ${time}`);
  if (time < 0 || time > LONGEST) throw new MongoError(2, `${time} value for maxTimeMS is out of range [0, ${LONGEST}]`);
}
