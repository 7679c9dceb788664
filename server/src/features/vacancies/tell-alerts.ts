import { numericDate } from '@beffroi/shared/core/numeric-date';
import { logger } from '../../platform/logger.ts';
import { type About, notify } from '../../platform/notify.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { SearchAlertModel, type SearchAlertRecord } from './search-alert.model.ts';
import { type KnownVacancy, vacanciesById } from './vacancies.queries.ts';

/** After one alert the next waits this long, and takes with it all that came meanwhile. */
const BETWEEN_MS = 3_600_000;
const LOOK_EVERY_MS = 60_000;
const AT_A_TIME = 200;

/**
 * Lets these people be told of a vacancy: at once, or together with others when they were told lately. Whether they were is asked in
 * the write itself: she may be told of another in the same moment.
 */
export const queueAlert = async (people: readonly string[], vacancyId: string): Promise<void> => {
  const waiting = { $ifNull: ['$waiting', []] };
  const free = { $add: [{ $ifNull: ['$toldAt', new Date(0)] }, BETWEEN_MS] };
  const update = {
    waiting: { $cond: [{ $in: [vacancyId, waiting] }, waiting, { $concatArrays: [waiting, [vacancyId]] }] },
    tellAt: { $min: ['$tellAt', { $max: [new Date(), free] }] },
    toldAt: { $ifNull: ['$toldAt', null] },
  };
  // Through the driver: what mongoose would make of an expression is not what is meant.
  await SearchAlertModel.collection.bulkWrite(
    people.map((_id) => ({ updateOne: { filter: { _id: _id as never }, update: [{ $set: update }], upsert: true } })),
  );
};

/** What is to be told is set apart by one write: what is found from then on waits for the next time. */
const take = async ({ _id, waiting, telling }: SearchAlertRecord): Promise<string[]> => {
  if (telling) return telling;
  await SearchAlertModel.updateOne(
    { _id, telling: { $exists: false } },
    { $set: { telling: waiting }, $pull: { waiting: { $in: waiting } } },
  );
  return waiting;
};

const french = (date: string | null): string => (date === null ? '' : `, jusqu’au ${numericDate(date)}`);
const lineOf = ({ title, communeName, deadline }: KnownVacancy): string => `${title}, ${communeName}${french(deadline)}`;

const aboutOf = (vacancies: KnownVacancy[]): About => {
  const [first] = vacancies as [KnownVacancy];
  return vacancies.length === 1
    ? { kind: 'vacancy', id: first.id, title: first.title, place: first.communeName, path: `/emplois/${first.id}` }
    : {
        kind: 'vacancy',
        id: first.id,
        title: `${vacancies.length} offres répondent à vos recherches`,
        place: 'Bourse à l’emploi',
        path: '/emplois',
      };
};

const tell = async (alert: SearchAlertRecord): Promise<void> => {
  const { _id } = alert;
  const ids = await take(alert);
  const open = [...(await vacanciesById(ids)).values()].filter((vacancy) => vacancy.open);
  // What has closed meanwhile is told of to nobody.
  if (open.length > 0)
    await notify({
      key: `vacancy-alert:${_id}:${ids.at(-1)}`,
      kind: 'vacancy-alert',
      byId: null,
      about: aboutOf(open),
      note: open.map(lineOf).join('\n'),
      to: { people: [_id] },
    });
  const after = new Date(Date.now() + BETWEEN_MS);
  const done = { $unset: { telling: 1 }, $set: { toldAt: new Date(), tellAt: after } } as const;
  await SearchAlertModel.updateOne({ _id }, done);
  await SearchAlertModel.updateOne({ _id, waiting: { $size: 0 }, telling: { $exists: false } }, { $unset: { tellAt: 1 } });
};

/** Tells whoever is to be told by now. Killed in between, it goes on where it was: nobody is told twice or forgotten. */
export const tellDueAlerts = async (): Promise<void> => {
  for (;;) {
    const due = await SearchAlertModel.find({ tellAt: { $lte: new Date() } })
      .sort({ tellAt: 1 })
      .limit(AT_A_TIME)
      .lean<SearchAlertRecord[]>();
    for (const alert of due) await tell(alert).catch((error: unknown) => logger.error({ err: error }, 'search alert not told'));
    if (due.length < AT_A_TIME) return;
  }
};

/** Looks every minute for whom to tell; gives back how to stop. */
export const startTellingAlerts = (): (() => Promise<void>) =>
  startRecurring({ name: 'tell search alerts', everyMs: LOOK_EVERY_MS, work: tellDueAlerts });
