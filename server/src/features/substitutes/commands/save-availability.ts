import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { addDays, compareHalfDays, parisDate } from '@beffroi/shared/core/half-days';
import type { Availability, AvailabilityException } from '@beffroi/shared/features/substitutes/substitutes.contract';
import { SUBSTITUTE_LIMITS } from '@beffroi/shared/features/substitutes/substitutes.limits';
import { now } from '../../../platform/clock.ts';
import { publish } from '../../../platform/events.ts';
import { findMine, mayDeclare } from '../pool.queries.ts';
import { SubstituteModel, type SubstituteRecord } from '../substitute.model.ts';
import { presentAvailability } from '../substitutes.presenter.ts';

/** What is past is forgotten. @throws AppError `invalid-input` for a day too far ahead */
const kept = (exceptions: AvailabilityException[], today: string): AvailabilityException[] => {
  const last = addDays(today, SUBSTITUTE_LIMITS.daysAhead);
  const errors = exceptions.flatMap(({ date }, index) =>
    date > last ? [{ path: `exceptions.${index}.date`, message: 'On ne se prononce pas plus de treize mois à l’avance.' }] : [],
  );
  if (errors.length > 0) throw new AppError('invalid-input', { errors });
  return exceptions.filter(({ date }) => date >= today).sort(compareHalfDays);
};

/**
 * Changes one’s usual week and its exceptions.
 * @throws AppError `not-found` (not in the pool), `forbidden`, `invalid-input`, `conflict` with the calendar as it stands
 */
export const saveAvailability = async (
  actor: Actor,
  { pattern, exceptions, version }: Pick<Availability, 'pattern' | 'exceptions' | 'version'>,
): Promise<Availability> => {
  mayDeclare(actor);
  const at = now();
  const saved = await SubstituteModel.findOneAndUpdate(
    { _id: actor.personId, leftAt: null, version },
    { $set: { pattern, exceptions: kept(exceptions, parisDate(at)), calendarChangedAt: at, changedAt: at }, $inc: { version: 1 } },
    { returnDocument: 'after' },
  ).lean<SubstituteRecord>();
  if (saved) {
    await publish('substitutes.availability.changed', { personId: actor.personId });
    return presentAvailability(saved);
  }
  const current = await findMine(actor);
  if (!current) throw new AppError('not-found');
  throw new AppError('conflict', {
    detail: 'Votre calendrier a changé ailleurs entre-temps\u00a0: le voici à jour, reprenez votre modification.',
    current: presentAvailability(current),
  });
};
