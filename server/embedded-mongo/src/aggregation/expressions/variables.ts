import { MongoError } from '../../mongo-error.ts';

const NAME = /^[A-Za-z\u0080-\u{10ffff}][\w\u0080-\u{10ffff}]*$/u;

/** @throws MongoError 16869, 16870 or 16871 for a name no variable can have */
export function checkVariableRead(name: string): void {
  if (name === '') throw new MongoError(16869, 'empty variable names are not allowed');
  if (!NAME.test(name[0] as string)) throw new MongoError(16870, `'${name}' starts with an invalid character for a variable name`);
  if (!NAME.test(name)) throw new MongoError(16871, `'${name}' contains an invalid character for a variable name`);
}

/** @throws MongoError 16866, 16867 or 16868 for a name a client may not give to a variable */
export function checkVariableWrite(name: string): void {
  if (name === 'CURRENT') return;
  if (name === '') throw new MongoError(16866, 'empty variable names are not allowed');
  if (/^[^a-z\u0080-\u{10ffff}]/u.test(name))
    throw new MongoError(16867, `'${name}' starts with an invalid character for a user variable name`);
  if (!NAME.test(name)) throw new MongoError(16868, `'${name}' contains an invalid character for a variable name`);
}

/** Variables the server knows of and a standalone has no value for. */
const UNAVAILABLE = new Set(['CLUSTER_TIME', 'JS_SCOPE', 'IS_MR', 'SEARCH_META']);

/** 51144 for a variable that has no value here, 17276 for one nobody has defined */
export function undefinedVariable(name: string): MongoError {
  return UNAVAILABLE.has(name)
    ? new MongoError(51144, `Builtin variable '$$${name}' is not available`)
    : new MongoError(17276, `Use of undefined variable: ${name}`);
}
