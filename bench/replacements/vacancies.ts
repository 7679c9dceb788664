import { addDays } from '@beffroi/shared/core/half-days';
import type { VacancyFilters } from '@beffroi/shared/features/vacancies/vacancies.filters';
import { FULL_WEEK } from '@beffroi/shared/features/vacancies/vacancies.limits';
import { chanceFrom } from '../../server/src/demo/chance.ts';
import { communesWithin } from '../../server/src/features/directory/territory.queries.ts';
import { ITEM_FIELDS } from '../../server/src/features/vacancies/vacancies.queries.ts';
import { VacancyModel, type VacancyRecord } from '../../server/src/features/vacancies/vacancy.model.ts';
import { rangeConditions } from '../../server/src/features/vacancies/vacancy-ranges.ts';
import { askedFor } from '../../server/src/features/vacancies/vacancy-terms.ts';
import { median, p95, startBareServer } from './bare-server.ts';

const WARM = 30;
const MEASURED = 300;
const SAMPLE = 60;
const SEED = 29;
const KM = 8;

type Example = Pick<
  VacancyRecord,
  'commune' | 'title' | 'metier' | 'filiere' | 'categorie' | 'cadre' | 'nature' | 'weeklyMinutes' | 'startsOn' | 'deadline'
>;
interface Kind {
  name: string;
  limit: number;
  /** Five filters, of one vacancy that is there. */
  filters: (example: Example) => Record<string, string | number | null>;
}

const timeOf = ({ weeklyMinutes }: Example): string => (weeklyMinutes === FULL_WEEK ? 'full' : 'part');
const together = (example: Example) => {
  const { filiere, categorie, nature } = example;
  return { filiere, categorie, nature, time: timeOf(example), contractuels: 'true' };
};
const KINDS: Kind[] = [
  { name: 'five that go together, 20 rows', limit: 20, filters: together },
  { name: 'five that go together, 50 rows', limit: 50, filters: together },
  {
    name: 'five with words and a commune, 20 rows',
    limit: 20,
    filters: ({ title, commune, categorie, nature, filiere }) => ({
      q: title.split(' ')[0] as string,
      commune,
      categorie,
      nature,
      filiere,
    }),
  },
  {
    // Each of a good part of all, all of them of very few.
    name: 'five that rarely meet, 20 rows',
    limit: 20,
    filters: ({ categorie }) => ({ nature: 'temporary', time: 'part', telework: 'true', contractuels: 'true', categorie }),
  },
  {
    // Two months of beginnings and the last days of a deadline: most of what the terms find is left out by them.
    name: 'five with days, a week and pay, 20 rows',
    limit: 20,
    filters: ({ filiere, startsOn, deadline, weeklyMinutes }) => ({
      filiere,
      rifseep: 'true',
      startsFrom: addDays(startsOn as string, -30),
      startsUntil: addDays(startsOn as string, 30),
      deadlineFrom: deadline,
      weeklyUntil: weeklyMinutes,
    }),
  },
  {
    name: `five within ${KM} km, 20 rows`,
    limit: 20,
    filters: (example) => ({
      within: KM,
      filiere: example.filiere,
      categorie: example.categorie,
      nature: 'permanent',
      time: timeOf(example),
    }),
  },
];

const PLAIN = ['commune', 'metier', 'filiere', 'categorie', 'cadre', 'nature'] as const;

/** The same conditions on the fields themselves, as whoever has no terms would write them. */
const plainly = (filters: VacancyFilters, from: string): Record<string, unknown> => ({
  ...Object.fromEntries(PLAIN.flatMap((field) => (filters[field] === undefined ? [] : [[field, filters[field]]]))),
  ...(filters.time && { weeklyMinutes: filters.time === 'full' ? FULL_WEEK : { $ne: FULL_WEEK } }),
  ...(filters.contractuels && { contractuels: true }),
  ...(filters.telework && { telework: true }),
  ...(filters.rifseep && { rifseep: true }),
  ...Object.assign({}, ...rangeConditions(filters)),
  ...(filters.within && { commune: { $in: communesWithin(from, filters.within) } }),
});

/** How many vacancies each condition is met by, so that the bare read goes by the most telling. */
const rarities = async (terms: readonly string[]): Promise<Map<string, number>> =>
  new Map(
    await Promise.all(terms.map(async (found) => [found, await VacancyModel.countDocuments({ state: 'published', found })] as const)),
  );

interface Asked {
  ours: string;
  bare: Record<string, unknown>;
  limit: number;
}

const questionsOf = async ({ filters: filtersOf, limit }: Kind, examples: Example[], from: string): Promise<Asked[]> => {
  const all = examples.map((example) => filtersOf(example) as VacancyFilters);
  const rarity = await rarities([...new Set(all.flatMap(askedFor))]);
  return all.map((filters) => {
    const terms = askedFor(filters).sort((a, b) => (rarity.get(a) as number) - (rarity.get(b) as number));
    const words = terms.filter((term, nth) => nth > 0 && !term.includes(':')).map((found) => ({ found }));
    const bare = { state: 'published', found: terms[0], ...plainly(filters, from), ...(words.length > 0 && { $and: words }) };
    return {
      ours: String(new URLSearchParams(Object.entries({ ...filters, limit }).map(([name, value]) => [name, String(value)]))),
      bare,
      limit,
    };
  });
};

/** The same rows by the most telling index; the store leaves out the others and puts in order. */
const rowsByIndex = ({ bare, limit }: Asked): Promise<{ _id: unknown }[]> =>
  VacancyModel.collection
    .find(bare as never, { projection: ITEM_FIELDS })
    .sort({ listedAt: -1, _id: -1 })
    .limit(limit + 1)
    .toArray();

/** The same rows once it is known which: nothing is searched. */
const rowsById = (ids: unknown[]): Promise<unknown[]> =>
  VacancyModel.collection.find({ _id: { $in: ids } } as never, { projection: ITEM_FIELDS }).toArray();

const timed = async (address: string, headers: Record<string, string> = {}): Promise<{ ms: number; rows: number }> => {
  const from = performance.now();
  const answer = await fetch(address, { headers });
  const body = (await answer.json()) as { items: unknown[] } | unknown[];
  const ms = performance.now() - from;
  if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
  return { ms, rows: Array.isArray(body) ? body.length : body.items.length };
};

interface Timings {
  ours: number[];
  byIndex: number[];
  byId: number[];
  rows: number;
}

/** One in turn with the others, so that whatever else the machine does weighs on all alike. */
const inTurn = async (questions: Asked[], url: string, cookie: string): Promise<Timings> => {
  const known = await Promise.all(questions.map(async (asked) => (await rowsByIndex(asked)).map(({ _id }) => _id)));
  const { url: bare, server } = await startBareServer(({ pathname, searchParams }) => {
    const nth = Number(searchParams.get('nth'));
    return pathname === '/index' ? rowsByIndex(questions[nth] as Asked) : rowsById(known[nth] as unknown[]);
  });
  const timings: Timings = { ours: [], byIndex: [], byId: [], rows: 0 };
  for (let turn = 0; turn < WARM + MEASURED; turn++) {
    const nth = turn % questions.length;
    const { ours: asked, limit } = questions[nth] as Asked;
    const own = await timed(`${url}/api/vacancies?${asked}`, { cookie });
    const byIndex = await timed(`${bare}/index?nth=${nth}`);
    const byId = await timed(`${bare}/id?nth=${nth}`);
    if (own.rows !== Math.min(byIndex.rows, limit)) throw new Error(`${asked}: ${own.rows} rows, ${byIndex.rows} bare`);
    if (turn < WARM) continue;
    timings.ours.push(own.ms);
    timings.byIndex.push(byIndex.ms);
    timings.byId.push(byId.ms);
    timings.rows += own.rows;
  }
  server.close();
  return timings;
};

/** Vacancy search with five filters, beside bare reads of the same rows: by the most telling index, and by their ids. */
export const measureVacancies = async (url: string, { cookie }: { cookie: string }, commune: string): Promise<void> => {
  const chance = chanceFrom(SEED);
  const all = await VacancyModel.find({ state: 'published', contractuels: true }).sort({ _id: 1 }).lean<Example[]>();
  const examples = Array.from({ length: SAMPLE }, () => chance.pick(all));
  for (const kind of KINDS) {
    const { ours, byIndex, byId, rows } = await inTurn(await questionsOf(kind, examples, commune), url, cookie);
    const beside = (of: (values: number[]) => number, bare: number[]): string =>
      `${of(bare).toFixed(1)} ms (ratio ${(of(ours) / of(bare)).toFixed(2)})`;
    console.log(`vacancies, ${kind.name} (${(rows / MEASURED).toFixed(1)} found)`);
    for (const [name, of] of [
      ['median', median],
      ['p95', p95],
    ] as const)
      console.log(`  ${name} ${of(ours).toFixed(1)} ms, bare by index ${beside(of, byIndex)}, by id ${beside(of, byId)}`);
  }
};
