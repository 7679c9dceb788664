import type { Actor } from '@beffroi/shared/core/actor';
import { parisDate } from '@beffroi/shared/core/half-days';
import type {
  Agreement,
  AgreementActRecord,
  Availability,
  MySubstitute,
  Pooled,
} from '@beffroi/shared/features/substitutes/substitutes.contract';
import { type PooledFacts, substituteAbilities } from '@beffroi/shared/features/substitutes/substitutes.policy';
import { STALE_AFTER_DAYS } from '@beffroi/shared/features/substitutes/substitutes.vocabulary';
import { now } from '../../platform/clock.ts';
import { communeName } from '../directory/territory.queries.ts';
import type { AgreementActFields } from './agreement-act.model.ts';
import { NO_END, type StandingAgreement, type SubstituteRecord } from './substitute.model.ts';

const communeRef = (slug: string) => ({ slug, name: communeName(slug) });

const holds = ({ until }: StandingAgreement): boolean => until >= parisDate(now());

/** As policies see her; an agreement that has run out is nobody’s any more. */
export const pooledFacts = ({ _id, employer, agreement }: SubstituteRecord): PooledFacts => ({
  personId: _id.toHexString(),
  employer,
  agreedBy: agreement && holds(agreement) ? agreement.commune : null,
});

const presentAgreement = (agreement: StandingAgreement | null): Agreement =>
  agreement
    ? {
        state: holds(agreement) ? 'granted' : 'expired',
        commune: communeRef(agreement.commune),
        at: agreement.at.toISOString(),
        until: agreement.until === NO_END ? null : agreement.until,
      }
    : { state: 'missing', commune: null, at: null, until: null };

const minutesThisYear = ({ minutesByYear }: SubstituteRecord): number => minutesByYear[parisDate(now()).slice(0, 4)] ?? 0;

export const presentMine = (substitute: SubstituteRecord): MySubstitute => ({
  metiers: substitute.metiers,
  diplomas: substitute.diplomas,
  communes: substitute.communes,
  maxDistanceKm: substitute.maxDistanceKm,
  home: substitute.home,
  weeklyMinutes: substitute.weeklyMinutes,
  yearlyMinutes: substitute.yearlyMinutes,
  employer: substitute.employer === null ? null : communeRef(substitute.employer),
  agreement: presentAgreement(substitute.agreement),
  minutesThisYear: minutesThisYear(substitute),
  changedAt: substitute.changedAt.toISOString(),
});

export const presentAvailability = ({ pattern, exceptions, version, calendarChangedAt }: SubstituteRecord): Availability => ({
  pattern,
  exceptions,
  version,
  changedAt: calendarChangedAt.toISOString(),
});

export const presentPooled = (actor: Actor, commune: string, substitute: SubstituteRecord): Pooled => ({
  personId: substitute._id.toHexString(),
  name: substitute.person.name,
  metiers: substitute.metiers,
  diplomas: substitute.diplomas,
  employer: substitute.employer === null ? null : communeRef(substitute.employer),
  home: substitute.home === null ? null : communeRef(substitute.home),
  agreement: presentAgreement(substitute.agreement),
  minutesThisYear: minutesThisYear(substitute),
  changedAt: substitute.changedAt.toISOString(),
  stale: now().getTime() - substitute.changedAt.getTime() > STALE_AFTER_DAYS * 86_400_000,
  abilities: substituteAbilities(actor, commune, pooledFacts(substitute)),
});

export const presentAct = ({ _id, at, act, by, person, until }: AgreementActFields): AgreementActRecord => ({
  id: _id,
  at: at.toISOString(),
  act,
  by: by.name,
  person: person.name,
  until: until === NO_END ? null : until,
});
