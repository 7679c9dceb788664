import type { Document } from 'bson';
import { errorAnswer, MongoError } from '../mongo-error.ts';

export const OP_COMPRESSED = 2012;

/** A client may compress only what the first hello has agreed on, and this server agrees on nothing. */
export function refuseCompressed(): Document {
  return errorAnswer(new MongoError(17, 'the message is compressed, and no compression was agreed on'));
}
