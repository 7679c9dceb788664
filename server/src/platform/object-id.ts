import { AppError } from '@beffroi/shared/core/errors';
import { Types } from 'mongoose';

export const isObjectId = (id: string): boolean => /^[0-9a-f]{24}$/.test(id);

/**
 * The database id behind an opaque one from outside.
 * @throws AppError `not-found`: an id that cannot exist names nothing
 */
export const objectId = (id: string): Types.ObjectId => {
  if (!isObjectId(id)) throw new AppError('not-found');
  return new Types.ObjectId(id);
};
