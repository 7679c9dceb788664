import { AppError } from '@beffroi/shared/core/errors';
import { Types } from 'mongoose';

/**
 * The database id behind an opaque one from outside.
 * @throws AppError `not-found`: an id that cannot exist names nothing
 */
export const objectId = (id: string): Types.ObjectId => {
  if (!/^[0-9a-f]{24}$/.test(id)) throw new AppError('not-found');
  return new Types.ObjectId(id);
};
