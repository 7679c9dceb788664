import { addDays, HALVES, parisDate } from '@beffroi/shared/core/half-days';
import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { WeeklyHalf } from '@beffroi/shared/features/substitutes/substitutes.contract';
import { personRef } from '../features/accounts/accounts.queries.ts';
import type { Auth } from '../features/accounts/auth.ts';
import { createPerson, type NewPerson } from '../features/accounts/commands/create-person.ts';
import { sortKeyOf } from '../features/accounts/person-words.ts';
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
      weeks: 'every' as const,
    })),
  );

const firstHr = (commune: string): string =>
  demoPeople.find(({ commune: one, roles }) => one === commune && roles.includes('hr'))?.key ??
  'directrice-des-ressources-humaines@metropole';

const recordOf = async (
  cast: Cast,
  chance: Chance,
  { person, employer, metier }: { person: PersonRef } & Pick<Newcomer, 'employer' | 'metier'>,
) => {
  const changed = new Date(Date.now() - chance.between(2, 60) * DAY_MS);
  const hr = await personRef(cast.actorOf(firstHr(employer ?? 'valenciennes')).personId);
  const today = parisDate(new Date());
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
    // Some communes have not agreed yet: their agents show red, with the reason.
    agreement: employer && chance.happens(0.12) ? null : { commune: employer ?? 'valenciennes', by: hr, at: changed, until: NO_END },
    minutesByYear: {},
    lastAskedAt: null,
    active: true,
    leftAt: null,
  };
  return record;
};

/** She who is listed on the sign-in page can always come, and was asked least: that is the story one tries. */
const listed = (record: SubstituteRecord): SubstituteRecord => ({
  ...record,
  maxDistanceKm: null,
  exceptions: [],
  pattern: WEEKDAYS.flatMap((weekday) => HALVES.map((half) => ({ weekday, half, weeks: 'every' as const }))),
});

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
  records.push(listed(await recordOf(cast, chance, { person: her, employer: null, metier: demoMetiers[0] as DemoMetier })));
  await SubstituteModel.deleteMany({ _id: { $in: records.map(({ _id }) => _id) } });
  await SubstituteModel.insertMany(records);
  return records.map(({ person, employer, metiers, pattern, agreement }) => ({
    person,
    employer,
    metiers,
    pattern: agreement ? pattern : [],
  }));
};
