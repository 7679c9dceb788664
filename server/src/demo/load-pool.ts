import { addDays, HALVES, parisDate } from '@beffroi/shared/core/half-days';
import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { WeeklyHalf } from '@beffroi/shared/features/substitutes/substitutes.contract';
import { personRef } from '../features/accounts/accounts.queries.ts';
import type { Auth } from '../features/accounts/auth.ts';
import { createPerson, type NewPerson } from '../features/accounts/commands/create-person.ts';
import { sortKeyOf } from '../features/accounts/person-words.ts';
import { AgreementActModel } from '../features/substitutes/agreement-act.model.ts';
import { NO_END, SubstituteModel, type SubstituteRecord } from '../features/substitutes/substitute.model.ts';
import { installer } from '../features/territory/installer.ts';
import { objectId } from '../platform/object-id.ts';
import type { Cast } from './cast.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { DEMO_OUTSIDERS, type DemoMetier, demoMetiers } from './content/replacements.ts';
import { demoCommunes, demoPeople } from './content.ts';

/** Somebody who may come, as the past of the demonstration needs her. */
export interface Pooled {
  person: PersonRef;
  employer: string | null;
  metiers: string[];
  pattern: WeeklyHalf[];
  /** Keeps free for who tries the demonstration as her: little of the past is hers, and nothing of what is ahead. */
  spared: boolean;
}

interface Newcomer {
  person: NewPerson;
  employer: string | null;
  metier: DemoMetier;
}

const SEED = 1_912;
const LISTED = 'remplacante@exterieur';
const DAY_MS = 86_400_000;
const WEEKDAYS = [1, 2, 3, 4, 5];

/** A commune lends as many as it is large: one of a village, four of the city. */
const lentBy = (population: number): number => (population > 20_000 ? 4 : population > 5_000 ? 3 : population > 2_000 ? 2 : 1);

const agents = (): Newcomer[] =>
  demoCommunes
    .filter(({ kind }) => kind === 'commune')
    .flatMap(({ slug, population }, index) =>
      Array.from({ length: lentBy(population ?? 0) }, (_, nth): Newcomer => {
        const metier = demoMetiers[(index + nth) % demoMetiers.length] as DemoMetier;
        return {
          employer: slug,
          metier,
          person: {
            email: `${metier.slug}@${slug}.example`,
            name: metier.agent,
            function: metier.agent,
            memberships: [{ scope: 'commune', scopeId: slug, role: 'agent' }],
          },
        };
      }),
    );

const outsiders = (): Newcomer[] =>
  Array.from({ length: DEMO_OUTSIDERS }, (_, index): Newcomer => {
    const metier = demoMetiers[index % demoMetiers.length] as DemoMetier;
    return {
      employer: null,
      metier,
      person: {
        email: `candidate${index + 1}@exterieur.example`,
        name: `Candidate extérieure ${index + 1}`,
        function: metier.outsider,
        memberships: [{ scope: 'territory', scopeId: 'territory', role: 'substitute' }],
      },
    };
  });

/** Who comes from outside is free most of the week; an agent, the half-days her commune lets her go. */
const patternOf = (chance: Chance, outside: boolean): WeeklyHalf[] =>
  WEEKDAYS.flatMap((weekday) =>
    HALVES.filter(() => chance.happens(outside ? 0.85 : weekday === 3 ? 0.8 : 0.5)).map((half) => ({
      weekday,
      half,
      weeks: outside || chance.happens(0.9) ? ('every' as const) : chance.pick(['even', 'odd'] as const),
    })),
  );

const firstHr = (commune: string): string =>
  demoPeople.find(({ commune: one, roles }) => one === commune && roles.includes('hr'))?.key ??
  'directrice-des-ressources-humaines@metropole';

/** Most communes agreed; some have not yet, or until a day, and one that came: their agents show why. */
const agreedUntil = (chance: Chance, outside: boolean, today: string): string | null => {
  const lot = chance.next();
  if (lot < 0.1) return null;
  if (lot < 0.16) return addDays(today, -chance.between(3, 30));
  return !outside && lot < 0.4 ? addDays(today, chance.between(60, 300)) : NO_END;
};

const recordOf = async (
  cast: Cast,
  chance: Chance,
  { person, employer, metier }: { person: PersonRef } & Pick<Newcomer, 'employer' | 'metier'>,
) => {
  // A few said nothing for half a year.
  const changed = new Date(Date.now() - (chance.happens(0.06) ? chance.between(190, 260) : chance.between(2, 60)) * DAY_MS);
  const agreeing = employer ?? chance.pick(['valenciennes', 'anzin', 'hergnies', 'saint-saulve']);
  const by = await personRef(cast.actorOf(firstHr(agreeing)).personId);
  const today = parisDate(new Date());
  const until = agreedUntil(chance, !employer, today);
  const away = addDays(today, chance.between(3, 40));
  const record: SubstituteRecord = {
    _id: objectId(person.id),
    person,
    sortKey: sortKeyOf(person),
    employer,
    metiers: [metier.slug],
    diplomas: metier.diplomas,
    communes: [],
    maxDistanceKm: chance.pick([15, 20, 30, 30, null]),
    home: employer ?? chance.pick(['valenciennes', 'anzin', 'conde-sur-l-escaut', 'saint-saulve', 'vieux-conde']),
    weeklyMinutes: employer ? chance.pick([420, 840, null]) : null,
    yearlyMinutes: null,
    pattern: patternOf(chance, !employer),
    exceptions: HALVES.map((half) => ({ date: away, half, available: false })),
    version: 1,
    calendarChangedAt: changed,
    changedAt: changed,
    agreement: until === null ? null : { commune: agreeing, by, at: changed, until },
    minutesByYear: {},
    hoursVersion: 0,
    lastAskedAt: null,
    active: true,
    barred: false,
    leftAt: null,
  };
  return record;
};

/** She who is listed on the sign-in page can always come, and was asked least: that is the story one tries. */
const listed = (record: SubstituteRecord, by: PersonRef): SubstituteRecord => ({
  ...record,
  agreement: { commune: 'valenciennes', by, at: record.changedAt, until: NO_END },
  maxDistanceKm: null,
  exceptions: [],
  pattern: WEEKDAYS.flatMap((weekday) => HALVES.map((half) => ({ weekday, half, weeks: 'every' as const }))),
});

/** Each agreement has its line in the journal of the commune that gave it, under an id of when it did. */
const writeJournals = async (records: readonly SubstituteRecord[]): Promise<void> => {
  const acts = records.flatMap(({ agreement, person }, index) => {
    if (!agreement) return [];
    const { commune, by, at, until } = agreement;
    const _id = `${Math.floor(at.getTime() / 1_000).toString(16)}${index.toString(16).padStart(16, '0')}`;
    return [
      { _id, commune, at, act: 'grant' as const, by: { id: by.id, name: by.name }, person: { id: person.id, name: person.name }, until },
    ];
  });
  await AgreementActModel.deleteMany({ _id: { $in: acts.map(({ _id }) => _id) } });
  await AgreementActModel.insertMany(acts);
};

/**
 * The pool: accounts opened by the command people are opened by, then what each declared, written in one insertion, since declaring
 * a hundred people one by one would take as long as all the rest.
 */
export const loadPool = async (cast: Cast, auth: Auth): Promise<Pooled[]> => {
  const chance = chanceFrom(SEED);
  const records: SubstituteRecord[] = [];
  for (const { person, ...rest } of [...agents(), ...outsiders()]) {
    const id = await createPerson(installer, person, auth);
    records.push(await recordOf(cast, chance, { person: await personRef(id), ...rest }));
  }
  const her = await personRef(cast.actorOf(LISTED).personId);
  const hers = await recordOf(cast, chance, { person: her, employer: null, metier: demoMetiers[0] as DemoMetier });
  records.push(listed(hers, await personRef(cast.actorOf(firstHr('valenciennes')).personId)));
  await SubstituteModel.deleteMany({ _id: { $in: records.map(({ _id }) => _id) } });
  await SubstituteModel.insertMany(records);
  await writeJournals(records);
  return records.map(({ person, employer, metiers, pattern, agreement }) => ({
    person,
    employer,
    metiers,
    // Nobody was booked against her commune’s word.
    pattern: agreement && agreement.until >= parisDate(new Date()) ? pattern : [],
    spared: person.id === her.id,
  }));
};
