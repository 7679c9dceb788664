import type { Document } from 'bson';

/** The names MongoDB gives to the codes this server answers with. */
const CODE_NAMES = {
  1: 'InternalError',
  2: 'BadValue',
  4: 'NoSuchKey',
  5: 'GraphContainsCycle',
  6: 'HostUnreachable',
  7: 'HostNotFound',
  9: 'FailedToParse',
  10: 'CannotBackfillArray',
  13: 'Unauthorized',
  14: 'TypeMismatch',
  15: 'Overflow',
  16: 'InvalidLength',
  17: 'ProtocolError',
  18: 'AuthenticationFailed',
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
  63: 'StaleShardVersion',
  64: 'WriteConcernFailed',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  79: 'UnknownReplWriteConcern',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  89: 'NetworkTimeout',
  91: 'ShutdownInProgress',
  100: 'UnsatisfiableWriteConcern',
  112: 'WriteConflict',
  115: 'CommandNotSupported',
  121: 'DocumentValidationFailure',
  123: 'NotAReplicaSet',
  133: 'FailedToSatisfyReadPreference',
  143: 'CursorInUse',
  146: 'ExceededMemoryLimit',
  150: 'StaleEpoch',
  165: 'ViewDepthLimitExceeded',
  166: 'CommandNotSupportedOnView',
  167: 'OptionNotSupportedOnView',
  168: 'InvalidPipelineOperator',
  171: 'CannotIndexParallelArrays',
  181: 'AmbiguousIndexKeyPattern',
  182: 'InvalidViewDefinition',
  189: 'PrimarySteppedDown',
  197: 'InvalidIndexSpecificationOption',
  211: 'KeyNotFound',
  217: 'FailPointSetFailed',
  234: 'RetryChangeStream',
  237: 'CursorKilled',
  238: 'NotImplemented',
  261: 'TooManyLogicalSessions',
  262: 'ExceededTimeLimit',
  263: 'OperationNotSupportedInTransaction',
  291: 'NoQueryExecutionPlans',
  292: 'QueryExceededMemoryLimitNoDiskUseAllowed',
  322: 'APIVersionError',
  323: 'APIStrictError',
  324: 'APIDeprecationError',
  352: 'UnsupportedOpQueryCommand',
  359: 'CannotConvertIndexToUnique',
  9001: 'SocketException',
  10107: 'NotWritablePrimary',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
  11600: 'InterruptedAtShutdown',
  11602: 'InterruptedDueToReplStateChange',
  13388: 'StaleConfig',
  13435: 'NotPrimaryNoSecondaryOk',
  13436: 'NotPrimaryOrSecondary',
  14031: 'OutOfDiskSpace',
  31082: 'SearchNotEnabled',
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
