import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { addDays, parisDate, parisInstant } from '@beffroi/shared/core/half-days';
import type { RecruitingToday } from '@beffroi/shared/features/applications/applications.contract';
import { APPLICATION_LIMITS } from '@beffroi/shared/features/applications/applications.limits';
import { mayApply } from '@beffroi/shared/features/applications/applications.policy';
import { vacancyCommunes } from '@beffroi/shared/features/vacancies/vacancies.policy';
import type { QueryFilter } from 'mongoose';
import { now } from '../../platform/clock.ts';
import { waitingVacancies } from '../vacancies/waiting-vacancies.queries.ts';
import { ApplicationModel, type ApplicationRecord } from './application.model.ts';
import { type ListedApplication, presentApplicationItem } from './applications.presenter.ts';
import { NOT_LISTED } from './applications.queries.ts';

const { today: SHOWN, newsDays } = APPLICATION_LIMITS;
type Filter = QueryFilter<ApplicationRecord>;

const some = async (filter: Filter, sort: Record<string, 1 | -1>) => {
  const seen = { ...filter, incoming: { $exists: false } } as Filter;
  const found = await ApplicationModel.find(seen, NOT_LISTED).sort(sort).limit(SHOWN).lean<ListedApplication[]>();
  return found.map(presentApplicationItem);
};

/** What the communes she recruits for have to answer, and whom they see today; never her own application there. */
const ofCommunes = async (actor: Actor, day: string) => {
  const communes = vacancyCommunes(actor);
  if (communes.length === 0) return { received: [], interviews: [] };
  const theirs = { commune: { $in: [...communes] }, applicantId: { $ne: actor.personId } };
  const hours = { $gte: parisInstant(day, '00:00'), $lt: parisInstant(addDays(day, 1), '00:00') };
  const [received, interviews] = await Promise.all([
    some({ ...theirs, state: 'received' }, { sentAt: 1, _id: 1 }),
    some({ ...theirs, state: 'interview', 'interview.at': hours } as Filter, { 'interview.at': 1, _id: 1 }),
  ]);
  return { received, interviews };
};

/** Her interviews from this day on, and what was decided in the last days. */
const ofApplicant = (actor: Actor, day: string) => {
  const recent = { $gte: parisInstant(addDays(day, -newsDays), '00:00') };
  return some(
    {
      applicantId: actor.personId,
      $or: [
        { state: 'interview', 'interview.at': { $gte: parisInstant(day, '00:00') } },
        { state: { $in: ['chosen', 'declined'] }, changedAt: recent },
      ],
    } as Filter,
    { sentAt: -1, _id: -1 },
  );
};

/**
 * What of recruiting waits for the person today: five commands for HR, one for all others.
 * @throws AppError `not-found` for those who may not apply
 */
export const recruitingToday = async (actor: Actor): Promise<RecruitingToday> => {
  if (!mayApply(actor)) throw new AppError('not-found');
  const day = parisDate(now());
  const [communes, vacancies, mine] = await Promise.all([ofCommunes(actor, day), waitingVacancies(actor, SHOWN), ofApplicant(actor, day)]);
  return { ...communes, ...vacancies, mine };
};
