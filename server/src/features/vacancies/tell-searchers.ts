import { notify } from '../../platform/notify.ts';
import { communeName, communesWithin } from '../directory/territory.queries.ts';
import { SavedSearchModel, type SavedSearchRecord } from './saved-search.model.ts';
import { VacancyModel, type VacancyRecord } from './vacancy.model.ts';
import { askedFor } from './vacancy-terms.ts';

const AT_A_TIME = 500;

type Told = Pick<VacancyRecord, '_id' | 'commune' | 'title' | 'found' | 'publishedAt'>;

const answers = ({ commune, found }: { commune: string; found: ReadonlySet<string> }, { filters, from }: SavedSearchRecord): boolean =>
  askedFor(filters).every((term) => found.has(term)) &&
  (filters.within === undefined || from === null || communesWithin(from, filters.within).includes(commune));

/** Whose search a vacancy answers, and the name of the first that does; gone through in order, some hundreds at a time. */
const searchersOf = async ({ commune, found }: Told): Promise<Set<string>> => {
  const people = new Set<string>();
  const vacancy = { commune, found: new Set(found) };
  let after: Record<string, unknown> = {};
  for (;;) {
    const searches = await SavedSearchModel.find({ alert: true, ...after })
      .sort({ _id: 1 })
      .limit(AT_A_TIME)
      .lean<SavedSearchRecord[]>();
    for (const search of searches) if (answers(vacancy, search)) people.add(search.personId);
    const last = searches.at(-1);
    if (!last || searches.length < AT_A_TIME) return people;
    after = { _id: { $gt: last._id } };
  }
};

/**
 * Tells of a new vacancy those whose saved search it answers, each once however many answer it. Done again after a crash it does
 * no harm: what is told bears the vacancy's key.
 */
export const tellSearchers = async (id: VacancyRecord['_id']): Promise<void> => {
  const fields = { commune: 1, title: 1, found: 1, publishedAt: 1 } as const;
  const vacancy = await VacancyModel.findOne({ _id: id, untold: true, state: 'published' }, fields).lean<Told>();
  if (!vacancy) return;
  const people = await searchersOf(vacancy);
  const key = id.toHexString();
  if (people.size > 0)
    await notify({
      key: `vacancy-alert:${key}`,
      kind: 'vacancy-alert',
      byId: null,
      about: { kind: 'vacancy', id: key, title: vacancy.title, place: communeName(vacancy.commune), path: `/emplois/${key}` },
      at: vacancy.publishedAt ?? undefined,
      to: { people: [...people] },
    });
  await VacancyModel.updateOne({ _id: id }, { $unset: { untold: 1 } });
};
