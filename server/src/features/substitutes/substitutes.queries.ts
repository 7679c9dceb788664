import type { SubstituteFacts } from '@beffroi/shared/features/substitutes/eligibility';
import { objectId } from '../../platform/object-id.ts';
import { SubstituteModel, type SubstituteRecord } from './substitute.model.ts';

/** The calendar dates a need is about, both included. */
export interface DateRange {
  from: string;
  to: string;
}

const FACTS = {
  person: 1,
  metiers: 1,
  diplomas: 1,
  employer: 1,
  home: 1,
  'agreement.until': 1,
  communes: 1,
  maxDistanceKm: 1,
  weeklyMinutes: 1,
  yearlyMinutes: 1,
  pattern: 1,
  exceptions: 1,
  minutesByYear: 1,
  lastAskedAt: 1,
} as const;

type FactsRecord = Pick<SubstituteRecord, Exclude<keyof typeof FACTS, 'agreement.until'> | 'agreement'>;

const factsOf = (record: FactsRecord, { from, to }: DateRange): SubstituteFacts => {
  const { agreement, exceptions, ...facts } = record;
  return {
    person: facts.person,
    metiers: facts.metiers,
    diplomas: facts.diplomas,
    employer: facts.employer,
    home: facts.home ?? facts.employer,
    agreedUntil: agreement?.until ?? null,
    communes: facts.communes,
    maxDistanceKm: facts.maxDistanceKm,
    weeklyMinutes: facts.weeklyMinutes,
    yearlyMinutes: facts.yearlyMinutes,
    pattern: facts.pattern,
    exceptions: exceptions.filter(({ date }) => from <= date && date <= to),
    minutesByYear: facts.minutesByYear,
    lastAskedAt: facts.lastAskedAt,
  };
};

/**
 * Those of a métier who may be asked, whatever stands in the way of each: who is still without an agreement is among them. In no
 * order; one read of `{metiers, active}`.
 * @param range the dates of the need: of their exceptions only those are given
 */
export const poolOf = async (metier: string, range: DateRange): Promise<SubstituteFacts[]> =>
  (await SubstituteModel.find({ metiers: metier, active: true }, FACTS).lean<FactsRecord[]>()).map((record) => factsOf(record, range));

/** Those of these people who are in the pool and may be asked, by their id. */
export const substitutesById = async (personIds: readonly string[], range: DateRange): Promise<Map<string, SubstituteFacts>> => {
  const found = await SubstituteModel.find({ _id: { $in: personIds.map(objectId) }, active: true }, FACTS).lean<FactsRecord[]>();
  return new Map(found.map((record) => [record.person.id, factsOf(record, range)]));
};
