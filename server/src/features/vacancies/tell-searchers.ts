import { communesWithin } from '../directory/territory.queries.ts';
import { SavedSearchModel, type SavedSearchRecord } from './saved-search.model.ts';
import { queueAlert, tellDueAlerts } from './tell-alerts.ts';
import { VacancyModel, type VacancyRecord } from './vacancy.model.ts';
import { isInRanges } from './vacancy-ranges.ts';
import { askedFor } from './vacancy-terms.ts';

const AT_A_TIME = 500;

type Told = Pick<VacancyRecord, '_id' | 'commune' | 'found' | 'publishedAt' | 'startsOn' | 'deadline' | 'weeklyMinutes'>;
type Sought = Omit<Told, '_id' | 'publishedAt' | 'found'> & { found: ReadonlySet<string> };

const answers = ({ commune, found, ...measured }: Sought, { filters, from }: SavedSearchRecord): boolean =>
  askedFor(filters).every((term) => found.has(term)) &&
  isInRanges(measured, filters) &&
  (filters.within === undefined || from === null || communesWithin(from, filters.within).includes(commune));

/** Whose search a vacancy answers; all are gone through, some hundreds at a time. */
const searchersOf = async ({ found, ...facts }: Told): Promise<string[]> => {
  const people = new Set<string>();
  const vacancy = { ...facts, found: new Set(found) };
  let after: Record<string, unknown> = {};
  for (;;) {
    const searches = await SavedSearchModel.find({ alert: true, ...after })
      .sort({ _id: 1 })
      .limit(AT_A_TIME)
      .lean<SavedSearchRecord[]>();
    for (const search of searches) if (answers(vacancy, search)) people.add(search.personId);
    const last = searches.at(-1);
    if (!last || searches.length < AT_A_TIME) return [...people];
    after = { _id: { $gt: last._id } };
  }
};

/** What grew old before it could be told of (a past that is loaded at once) interests nobody. */
const NEWS_MS = 7 * 86_400_000;

/**
 * Lets those whose saved search a new vacancy answers be told of it, each once however many answer it. Done again after a crash
 * it adds nothing.
 */
export const tellSearchers = async (id: VacancyRecord['_id']): Promise<void> => {
  const fields = { commune: 1, found: 1, publishedAt: 1, startsOn: 1, deadline: 1, weeklyMinutes: 1 } as const;
  const vacancy = await VacancyModel.findOne({ _id: id, untold: true, state: 'published' }, fields).lean<Told>();
  if (!vacancy) return;
  const isNews = Date.now() - (vacancy.publishedAt?.getTime() ?? 0) < NEWS_MS;
  const people = isNews ? await searchersOf(vacancy) : [];
  if (people.length > 0) await queueAlert(people, id.toHexString());
  await VacancyModel.updateOne({ _id: id }, { $unset: { untold: 1 } });
  if (people.length > 0) await tellDueAlerts();
};
