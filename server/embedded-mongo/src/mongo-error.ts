import type { Document } from 'bson';

/** The names MongoDB gives to the codes this server answers with. */
const CODE_NAMES = {
  1: 'InternalError',
  2: 'BadValue',
  4: 'NoSuchKey',
  5: 'GraphContainsCycle',
  9: 'FailedToParse',
  14: 'TypeMismatch',
  15: 'Overflow',
  16: 'InvalidLength',
  17: 'ProtocolError',
  20: 'IllegalOperation',
  22: 'InvalidBSON',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  48: 'NamespaceExists',
  50: 'MaxTimeMSExpired',
  52: 'DollarPrefixedFieldName',
  53: 'InvalidIdField',
  54: 'NotSingleValueField',
  55: 'InvalidDBRef',
  56: 'EmptyFieldName',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  91: 'ShutdownInProgress',
  115: 'CommandNotSupported',
  121: 'DocumentValidationFailure',
  165: 'ViewDepthLimitExceeded',
  166: 'CommandNotSupportedOnView',
  171: 'CannotIndexParallelArrays',
  197: 'InvalidIndexSpecificationOption',
  238: 'NotImplemented',
  292: 'QueryExceededMemoryLimitNoDiskUseAllowed',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
  14031: 'OutOfDiskSpace',
  40323: 'Location40323',
  40324: 'Location40324',
  40353: 'Location40353',
  40414: 'IDLFailedToParse',
  40415: 'IDLUnknownField',
} as const;

export type ErrorCode = keyof typeof CODE_NAMES | number;

/** An error answered to the client with MongoDB's own code, never a reason to close the connection. */
export class MongoError extends Error {
  readonly code: number;
  readonly codeName: string;
  readonly details: Document;

  constructor(code: ErrorCode, message: string, details: Document = {}, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.codeName = CODE_NAMES[code as keyof typeof CODE_NAMES] ?? `Location${code}`;
    this.details = details;
  }
}

/** The command-level answer to an error: `ok: 0` with code and codeName, whatever was thrown. */
export function errorAnswer(error: unknown): Document {
  const known = toMongoError(error);
  return { ok: 0, errmsg: known.message, code: known.code, codeName: known.codeName, ...known.details };
}

/** Errors of the libraries underneath are given a code here, once, so that no answer lacks one. */
export function toMongoError(error: unknown): MongoError {
  if (error instanceof MongoError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const name = error instanceof Error ? error.constructor.name : '';
  if (name === 'BSONError' || name === 'BSONOffsetError') return new MongoError(22, message, {}, { cause: error });
  if (name === 'MingoError') return new MongoError(2, message, {}, { cause: error });
  if (/MDB_MAP_FULL|ENOSPC|No space/.test(message)) return new MongoError(14031, message, {}, { cause: error });
  return new MongoError(1, message, {}, { cause: error });
}
