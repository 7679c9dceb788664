import type { Document } from 'bson';
import { MongoError } from '../mongo-error.ts';
import { DocumentValidator } from '../storage/document-validator.ts';
import { documentField } from './command.ts';

const LEVELS = ['off', 'strict', 'moderate'];
const ACTIONS = ['error', 'warn'];

/**
 * The rule a command states for the documents of a collection, as it is stored and listed.
 *
 * @throws MongoError for a rule that is no filter, 2 for an unknown level or action
 */
export function validationOptions(command: Document): Document {
  const options: Document = {};
  const validator = documentField(command, 'validator');
  if (validator) options.validator = validator;
  for (const [field, known] of [
    ['validationLevel', LEVELS],
    ['validationAction', ACTIONS],
  ] as const) {
    const value = command[field];
    if (value === undefined && !validator) continue;
    options[field] = value ?? known[field === 'validationLevel' ? 1 : 0];
    if (!known.includes(options[field]))
      throw new MongoError(2, `Enumeration value '${String(value)}' for field '${field}' is not a valid value.`);
  }
  if (validator) new DocumentValidator(validator, options.validationLevel);
  return options;
}
