import type { Actor } from '@beffroi/shared/core/actor';
import { now } from '../../../platform/clock.ts';
import { mayDeclare, presentMe } from '../pool.queries.ts';
import { settleSubstitute, unsettledNow } from '../settle-substitute.ts';
import { SubstituteModel, type SubstituteRecord } from '../substitute.model.ts';

/**
 * Leaves the pool at once, without a reason to give. What one declared is erased a day later, so that a slip can be taken back;
 * half-days already booked stand, and hold what their statement needs.
 * @throws AppError `not-found`, `forbidden`
 */
export const leavePool = async (actor: Actor) => {
  mayDeclare(actor);
  const left = await SubstituteModel.findOneAndUpdate(
    { _id: actor.personId, leftAt: null },
    { $set: { leftAt: now(), active: false, ...unsettledNow() } },
    { returnDocument: 'after' },
  ).lean<SubstituteRecord>();
  if (left) await settleSubstitute(left);
  return presentMe(null);
};
