import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canListVacancies, canManageVacancies } from '@beffroi/shared/features/vacancies/vacancies.policy';
import type { Vacancy, VacancyChange, VacancyContent } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { VACANCY_DEFAULTS } from '@beffroi/shared/features/vacancies/vacancy-defaults';
import { isDuplicate } from '../../../platform/duplicate-key.ts';
import { actOf, derived } from '../change-vacancy.ts';
import { given } from '../given-fields.ts';
import { requireDates } from '../require-dates.ts';
import { requireNotice, usualDeadline } from '../require-notice.ts';
import { settleVacancy } from '../settle-vacancy.ts';
import { presentVacancy } from '../vacancies.presenter.ts';
import { VacancyModel, type VacancyRecord } from '../vacancy.model.ts';
import { settingsOf } from '../vacancy-settings.queries.ts';

export interface NewVacancy extends VacancyChange {
  commune: string;
  title: string;
  publish: boolean;
  idempotencyKey?: string | undefined;
}

const firstSending = async (actor: Actor, idempotencyKey: string | undefined): Promise<VacancyRecord | null> =>
  idempotencyKey ? VacancyModel.findOne({ createdById: actor.personId, idempotencyKey }, { found: 0 }).lean<VacancyRecord>() : null;

/** What HR wrote; what she left unsaid is as her commune's offers usually begin. */
const contentOf = ({ commune, ...input }: VacancyChange & { commune: string; title: string }): VacancyContent => {
  const { publicPage: _, ...usual } = settingsOf(commune);
  return { ...VACANCY_DEFAULTS, ...usual, ...given(input), grades: input.grades ?? [] } as VacancyContent;
};

/**
 * Begins a vacancy of the actor's commune, published at once if asked; sent again with the same key, it gives the one the first
 * sending made.
 * @throws AppError `not-found` (no agent), `forbidden` (not this commune's HR), `invalid-input` (a deadline too soon, a year mistyped)
 */
export const createVacancy = async (actor: Actor, { publish, idempotencyKey, ...input }: NewVacancy): Promise<Vacancy> => {
  if (!canListVacancies(actor)) throw new AppError('not-found');
  if (!canManageVacancies(actor, input.commune)) throw new AppError('forbidden');
  requireDates(input);
  const content = contentOf(input);
  const deadline = content.deadline ?? (publish ? usualDeadline() : null);
  if (publish && deadline) requireNotice(content, deadline, null);
  const act = await actOf(actor, publish ? 'published' : 'created');
  const placed = { ...content, deadline, commune: input.commune };
  const vacancy = new VacancyModel({
    ...placed,
    ...derived(placed),
    state: publish ? 'published' : 'draft',
    listedAt: act.at,
    publishedAt: publish ? act.at : null,
    publishedBy: publish ? act.by : null,
    changedAt: act.at,
    trail: [act],
    unsettled: new Date(),
    ...(publish && { untold: true }),
    createdById: actor.personId,
    ...(idempotencyKey && { idempotencyKey }),
  });
  try {
    await vacancy.save();
  } catch (error) {
    const first = isDuplicate(error) ? await firstSending(actor, idempotencyKey) : null;
    if (!first) throw error;
    return presentVacancy(actor, first);
  }
  const record = vacancy.toObject() as VacancyRecord;
  await settleVacancy(record);
  return presentVacancy(actor, record);
};
