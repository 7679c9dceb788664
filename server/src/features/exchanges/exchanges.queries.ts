import type { Actor } from '@beffroi/shared/core/actor';
import { isAgent } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { addDays, parisDate, parisInstant } from '@beffroi/shared/core/half-days';
import type { Overview } from '@beffroi/shared/features/exchanges/exchanges.contract';
import { canReadOverview } from '@beffroi/shared/features/exchanges/exchanges.policy';
import { HR_CLUB, type OverviewPeriod } from '@beffroi/shared/features/exchanges/exchanges.vocabulary';
import { now } from '../../platform/clock.ts';
import { forgetAtClose } from '../../platform/forget-at-close.ts';
import { SharedReads } from '../../platform/shared-reads.ts';
import { knownClubBySlug } from '../clubs/known-clubs.queries.ts';
import { seatsBooked, seatsWanted, waitsOfNeeds } from '../replacements/replacement-figures.queries.ts';
import { poolFigures } from '../substitutes/substitute-figures.queries.ts';
import { filledSince, openVacancies, publishedByMonth } from '../vacancies/vacancy-figures.queries.ts';
import { presentOverview } from './exchanges.presenter.ts';

/** Sums of months are the same for everyone, and a few minutes old do as well. */
const KEPT_MS = 5 * 60_000;
const shared = new SharedReads<Overview>({ scopes: 4, readsPerScope: 8, keptMs: KEPT_MS });
forgetAtClose(() => shared.forget());

/** The months of a period, the present one last. */
const monthsOf = (today: string, count: number): string[] => {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1];
  return Array.from({ length: count }, (_, index) => {
    const total = year * 12 + month - (count - 1 - index);
    return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}`;
  });
};

const readOverview = async (today: string, count: OverviewPeriod): Promise<Overview> => {
  const months = monthsOf(today, count);
  const from = `${months[0]}-01`;
  // What is to come today may still be filled.
  const period = { from, to: addDays(today, -1) };
  const since = parisInstant(from, '00:00');
  const [wanted, booked, waits, open, published, filled, pool] = await Promise.all([
    seatsWanted(period),
    seatsBooked(period),
    waitsOfNeeds(period),
    openVacancies(),
    publishedByMonth(since),
    filledSince(since),
    poolFigures(),
  ]);
  return presentOverview({ months, wanted, booked, waits, open, published, filled, pool });
};

/**
 * What the exchanges come to: the same number of commands whatever there is, and three for each month that changed since it was last
 * counted; shared by all who look within minutes.
 * @throws AppError `not-found` (guests and substitutes), `forbidden` (agents for whom it is not)
 */
export const getOverview = async (actor: Actor, { months }: { months: OverviewPeriod }): Promise<Overview> => {
  if (!isAgent(actor)) throw new AppError('not-found');
  if (!canReadOverview(actor, knownClubBySlug(HR_CLUB)?.id ?? null)) throw new AppError('forbidden');
  const today = parisDate(now());
  return shared.get(today, String(months), () => readOverview(today, months));
};

/** Reads the sums again: what they are made of was changed by a test, or loaded at once. */
export const forgetOverview = (): void => shared.forget();
