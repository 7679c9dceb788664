import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Profile } from '@beffroi/shared/features/substitutes/substitutes.contract';
import { now } from '../../../platform/clock.ts';
import { findPerson } from '../../accounts/accounts.queries.ts';
import { allCommunes } from '../../directory/territory.queries.ts';
import { mayDeclare, presentMe } from '../pool.queries.ts';
import { settleSubstitute, unsettledNow } from '../settle-substitute.ts';
import { SubstituteModel, type SubstituteRecord } from '../substitute.model.ts';
import { fromAccount } from '../substitute-person.ts';

const checkPlaces = ({ communes, home }: Profile): void => {
  const known = new Set(allCommunes().map(({ slug }) => slug));
  const errors = [
    ...communes.flatMap((slug, index) => (known.has(slug) ? [] : [{ path: `communes.${index}`, message: 'Cette commune est inconnue.' }])),
    ...(home === null || known.has(home) ? [] : [{ path: 'home', message: 'Cette commune est inconnue.' }]),
  ];
  if (errors.length > 0) throw new AppError('invalid-input', { errors });
};

/** An agreement given by another commune than the one she serves now holds no more. */
const withoutFormerEmployer = (before: SubstituteRecord | null, employer: string | null) =>
  before?.agreement && before.employer !== employer ? { agreement: null } : {};

/**
 * Enters the pool, changes what one declared, or comes back within the day as one was.
 * @throws AppError `not-found`, `forbidden`, `invalid-input` (a commune nobody knows)
 */
export const declareSubstitute = async (actor: Actor, input: Profile) => {
  mayDeclare(actor);
  checkPlaces(input);
  const account = fromAccount(await findPerson(actor.personId));
  const _id = account.person.id;
  const before = await SubstituteModel.findById(_id).lean<SubstituteRecord>();
  const at = now();
  const written = {
    ...input,
    ...account,
    ...withoutFormerEmployer(before, account.employer),
    ...unsettledNow(),
    active: true,
    leftAt: null,
    changedAt: at,
  };
  const substitute = await SubstituteModel.findOneAndUpdate(
    { _id },
    { $set: written, $setOnInsert: { calendarChangedAt: at } },
    { upsert: true, returnDocument: 'after', setDefaultsOnInsert: true },
  ).lean<SubstituteRecord>();
  await settleSubstitute(substitute as SubstituteRecord);
  return presentMe(substitute);
};
