import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { parisDate } from '@beffroi/shared/core/half-days';
import type { Pooled } from '@beffroi/shared/features/substitutes/substitutes.contract';
import { canAgree, canWithdraw } from '@beffroi/shared/features/substitutes/substitutes.policy';
import type { AgreementAct } from '@beffroi/shared/features/substitutes/substitutes.vocabulary';
import { Types } from 'mongoose';
import { now } from '../../../platform/clock.ts';
import { objectId } from '../../../platform/object-id.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import type { AgreementActFields } from '../agreement-act.model.ts';
import { readCommune } from '../pool.queries.ts';
import { settleSubstitute, unsettledNow } from '../settle-substitute.ts';
import { NO_END, type StandingAgreement, SubstituteModel, type SubstituteRecord } from '../substitute.model.ts';
import { pooledFacts, presentPooled } from '../substitutes.presenter.ts';

interface Input {
  slug: string;
  personId: string;
}

/** Somebody of this commune’s part of the pool. @throws AppError `not-found`, `forbidden` (who may not even read it) */
const findPooled = async (actor: Actor, { slug, personId }: Input): Promise<SubstituteRecord> => {
  readCommune(actor, slug);
  const found = await SubstituteModel.findOne({
    _id: objectId(personId),
    active: true,
    employer: { $in: [slug, null] },
  }).lean<SubstituteRecord>();
  if (!found) throw new AppError('not-found');
  return found;
};

/** Writes the agreement and its act as one, on what was read; whoever came in between wins. */
const write = async (
  actor: Actor,
  { slug }: Input,
  before: SubstituteRecord,
  act: AgreementAct,
  agreement: StandingAgreement | null,
): Promise<Pooled> => {
  const by = await personRef(actor.personId);
  const { id, name } = before.person;
  const entry: AgreementActFields = {
    _id: new Types.ObjectId().toHexString(),
    commune: slug,
    at: now(),
    act,
    by: { id: by.id, name: by.name },
    person: { id, name },
    until: agreement?.until ?? null,
  };
  const after = await SubstituteModel.findOneAndUpdate(
    { _id: before._id, active: true, employer: before.employer, 'agreement.at': before.agreement?.at ?? null },
    { $set: { agreement: agreement && { ...agreement, by }, ...unsettledNow() }, $push: { pendingActs: entry } },
    { returnDocument: 'after' },
  ).lean<SubstituteRecord>();
  if (!after) throw new AppError('conflict', { detail: 'Son accord vient de changer\u00a0: voyez où il en est, puis recommencez.' });
  await settleSubstitute(after);
  return presentPooled(actor, slug, after);
};

/**
 * Records the employer’s standing agreement, or accepts a person from outside into the pool; until a day or without an end.
 * @throws AppError `not-found`, `forbidden`, `invalid-input` (a day gone by), `conflict`
 */
export const agree = async (actor: Actor, input: Input & { until: string | null }): Promise<Pooled> => {
  const before = await findPooled(actor, input);
  if (!canAgree(actor, input.slug, pooledFacts(before))) throw new AppError('forbidden');
  if (input.until !== null && input.until < parisDate(now()))
    throw new AppError('invalid-input', { errors: [{ path: 'until', message: 'Cette date est passée.' }] });
  const agreement = { commune: input.slug, by: before.person, at: now(), until: input.until ?? NO_END };
  return write(actor, input, before, 'grant', agreement);
};

/** Withdraws what the commune granted; half-days already booked stand. @throws AppError `not-found`, `forbidden`, `conflict` */
export const withdraw = async (actor: Actor, input: Input): Promise<Pooled> => {
  const before = await findPooled(actor, input);
  if (!canWithdraw(actor, input.slug, pooledFacts(before))) throw new AppError('forbidden');
  return write(actor, input, before, 'withdraw', null);
};
