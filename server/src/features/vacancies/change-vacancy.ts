import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { cadreOf } from '@beffroi/shared/core/public-service/grades';
import type { VacancyFacts } from '@beffroi/shared/features/vacancies/vacancies.policy';
import type { Vacancy, VacancyContent } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import type { UpdateQuery } from 'mongoose';
import { now } from '../../platform/clock.ts';
import { personRef } from '../accounts/accounts.queries.ts';
import { settleVacancy } from './settle-vacancy.ts';
import { presentVacancy, vacancyFactsOf } from './vacancies.presenter.ts';
import { readableVacancy } from './vacancies.queries.ts';
import { TRAIL_KEPT, type VacancyActRecord, VacancyModel, type VacancyRecord } from './vacancy.model.ts';
import { vacancyTerms } from './vacancy-terms.ts';

const CHANGED_MEANWHILE = 'Cette offre a été modifiée entre-temps\u00a0: votre texte est conservé, comparez-le avec le texte actuel.';

/** A vacancy the actor may do this to. @throws AppError `not-found`, `forbidden` */
export const vacancyIn = async (actor: Actor, id: string, may: (actor: Actor, facts: VacancyFacts) => boolean): Promise<VacancyRecord> => {
  const vacancy = await readableVacancy(actor, id);
  if (!may(actor, vacancyFactsOf(vacancy))) throw new AppError('forbidden');
  return vacancy;
};

/** What follows from what is written: filière and catégorie of the cadre d'emplois, and all that it is found by. */
export const derived = (content: VacancyContent & Pick<VacancyRecord, 'commune'> & Partial<Pick<VacancyRecord, 'attachment'>>) => {
  const cadre = content.cadre === null ? undefined : cadreOf(content.cadre);
  const placed = { filiere: cadre?.filiere ?? null, categorie: cadre?.categorie ?? null };
  return { ...placed, found: vacancyTerms({ ...content, ...placed }) };
};

/** An act with who does it, to be written with what it changes. */
export const actOf = async (actor: Actor, action: VacancyActRecord['action'], note = ''): Promise<VacancyActRecord> => ({
  at: now(),
  by: await personRef(actor.personId),
  action,
  note,
});

/** @throws AppError `conflict` with the vacancy as it is */
export const conflict = async (actor: Actor, seen: VacancyRecord): Promise<never> => {
  const current = (await VacancyModel.findById(seen._id, { found: 0 }).lean<VacancyRecord>()) ?? seen;
  throw new AppError('conflict', { detail: CHANGED_MEANWHILE, current: presentVacancy(actor, current) });
};

/**
 * Changes a vacancy as it was read, and notes the act with it; what follows is settled before the answer, and by the sweep if
 * the process dies first.
 * @throws AppError `conflict` with the vacancy as it is when somebody changed it meanwhile
 */
export const changeVacancy = async (
  actor: Actor,
  vacancy: VacancyRecord,
  act: VacancyActRecord,
  update: UpdateQuery<VacancyRecord>,
): Promise<Vacancy> => {
  const { _id, version } = vacancy;
  const changed = await VacancyModel.findOneAndUpdate(
    { _id, version },
    {
      ...update,
      $set: { ...update.$set, changedAt: act.at, unsettled: new Date() },
      $push: { trail: { $each: [act], $slice: -TRAIL_KEPT } },
      $inc: { version: 1 },
    },
    { returnDocument: 'after', projection: { found: 0 } },
  ).lean<VacancyRecord>();
  if (!changed) return conflict(actor, vacancy);
  await settleVacancy(changed);
  return presentVacancy(actor, changed);
};
