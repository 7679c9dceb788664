import { randomBytes } from 'node:crypto';
import { addDays, parisDate } from '@beffroi/shared/core/half-days';
import { ASKED_DAYS_BEFORE } from '@beffroi/shared/features/vacancies/vacancies.limits';
import { now } from '../../platform/clock.ts';
import { notify } from '../../platform/notify.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { communeName } from '../directory/territory.queries.ts';
import { settleVacancy } from './settle-vacancy.ts';
import { TRAIL_KEPT, VacancyModel, type VacancyRecord } from './vacancy.model.ts';

const LOOK_EVERY_MS = 600_000;
const AT_A_TIME = 100;

type Due = Pick<VacancyRecord, '_id' | 'commune' | 'title' | 'deadline' | 'version' | 'state' | 'answerKey'>;
const FIELDS = { commune: 1, title: 1, deadline: 1, version: 1, state: 1, answerKey: 1 } as const;

/** One click each, from the mail too: the page they lead to does it, for HR signed in, and offers to undo it. */
const ANSWERS = [
  { label: 'Toujours ouverte, un mois de plus', answer: 'ouverte' },
  { label: 'L’emploi est pourvu', answer: 'pourvue' },
  { label: 'Retirer l’offre', answer: 'retiree' },
] as const;

/** Made once: a mail that is sent again says the same. */
const answerKeyOf = async ({ _id, answerKey }: Due): Promise<string | undefined> => {
  if (answerKey) return answerKey;
  const fresh = randomBytes(16).toString('base64url');
  await VacancyModel.updateOne({ _id, answerKey: { $exists: false } }, { $set: { answerKey: fresh } });
  return (await VacancyModel.findById(_id, { answerKey: 1 }).lean<Due>())?.answerKey;
};

/** Told first, then noted: killed in between it is told once more under the same key, which tells nobody twice. */
const ask = async (due: Due): Promise<void> => {
  const { _id, commune, title, deadline } = due;
  const id = _id.toHexString();
  const answerKey = await answerKeyOf(due);
  await notify({
    key: `vacancy-still-open:${id}:${deadline}`,
    kind: 'vacancy-still-open',
    byId: null,
    about: {
      kind: 'vacancy',
      id,
      title,
      place: communeName(commune),
      path: `/emplois/${id}`,
      links: ANSWERS.map(({ label, answer }) => ({ label, path: `/emplois/${id}?reponse=${answer}&cle=${answerKey}` })),
    },
    to: { hr: commune },
  });
  const act = { at: now(), by: null, action: 'asked', note: '' } as const;
  await VacancyModel.updateOne(
    { _id, state: 'published', deadline, askedAt: null },
    { $set: { askedAt: act.at }, $push: { trail: { $each: [act], $slice: -TRAIL_KEPT } } },
  );
};

/** Past its deadline nobody can apply: it leaves the list. One whose deadline was put off meanwhile stays. */
const archive = async ({ _id, deadline }: Due): Promise<void> => {
  const act = { at: now(), by: null, action: 'archived', note: '' } as const;
  const archived = await VacancyModel.findOneAndUpdate(
    { _id, state: 'published', deadline },
    {
      $set: { state: 'archived', closedAt: act.at, changedAt: act.at, unsettled: new Date() },
      $unset: { untold: 1 },
      $push: { trail: { $each: [act], $slice: -TRAIL_KEPT } },
      $inc: { version: 1 },
    },
    { returnDocument: 'after', projection: { found: 0 } },
  ).lean<VacancyRecord>();
  if (archived) await settleVacancy(archived);
};

const each = async (filter: Record<string, unknown>, act: (due: Due) => Promise<void>): Promise<void> => {
  for (;;) {
    const due = await VacancyModel.find({ state: 'published', ...filter }, FIELDS)
      .sort({ deadline: 1 })
      .limit(AT_A_TIME)
      .lean<Due[]>();
    for (const vacancy of due) await act(vacancy);
    if (due.length < AT_A_TIME) return;
  }
};

/** An offer published for a few days is not asked about the day it appears. */
const SETTLED_MS = ASKED_DAYS_BEFORE * 86_400_000;

/** Archives what is past its deadline, and asks HR about what soon will be. */
export const lookAtDeadlines = async (): Promise<void> => {
  const today = parisDate(now());
  await each({ deadline: { $lt: today } }, archive);
  await each(
    {
      deadline: { $gte: today, $lte: addDays(today, ASKED_DAYS_BEFORE) },
      askedAt: null,
      publishedAt: { $lt: new Date(now().getTime() - SETTLED_MS) },
    },
    ask,
  );
};

/** Looks every ten minutes, after the look of the start; gives back how to stop. */
export const startLookingAtDeadlines = (): (() => Promise<void>) =>
  startRecurring({ name: 'look at vacancies’ deadlines', everyMs: LOOK_EVERY_MS, work: lookAtDeadlines });
