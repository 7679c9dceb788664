import type { Overview } from '@beffroi/shared/features/exchanges/exchanges.contract';
import { communeName } from '../directory/territory.queries.ts';
import type { BookedSeats, WantedSeats } from '../replacements/replacement-figures.queries.ts';
import type { PoolFigures } from '../substitutes/substitute-figures.queries.ts';

interface Facts {
  months: string[];
  wanted: WantedSeats[];
  booked: BookedSeats[];
  /** In minutes. */
  waits: number[];
  open: number;
  published: Map<string, number>;
  filled: { publishedAt: Date; closedAt: Date }[];
  pool: PoolFigures;
}

const DAY_MS = 86_400_000;

export const median = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return null;
  const [low, high] = [sorted[sorted.length % 2 ? middle : middle - 1] as number, sorted[middle] as number];
  return Math.round((low + high) / 2);
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const needsOf = ({ months, wanted, booked }: Facts): Overview['needs'] =>
  [...new Set(wanted.map(({ metier }) => metier))]
    .map((metier) => {
      const monthly = months.map((month) => {
        const within = (each: WantedSeats): boolean => each.metier === metier && each.month === month;
        const seats = sum(wanted.filter(within).map((each) => each.seats));
        return { month, seats, unfilled: Math.max(0, seats - sum(booked.filter(within).map((each) => each.seats))) };
      });
      return {
        metier,
        seats: sum(monthly.map(({ seats }) => seats)),
        unfilled: sum(monthly.map(({ unfilled }) => unfilled)),
        months: monthly,
      };
    })
    .sort((a, b) => b.unfilled - a.unfilled || b.seats - a.seats || a.metier.localeCompare(b.metier));

const hoursOf = ({ booked }: Facts): Overview['hours'] => {
  const cells = new Map<string, Overview['hours']['cells'][number]>();
  // What a commune does with its own agents is not exchanged.
  for (const { lender, host, minutes } of booked.filter((each) => each.lender !== each.host)) {
    const key = `${lender ?? ''}>${host}`;
    cells.set(key, { lender, host, minutes: (cells.get(key)?.minutes ?? 0) + minutes });
  }
  const slugs = new Set([...cells.values()].flatMap(({ lender, host }) => (lender === null ? [host] : [lender, host])));
  const communes = [...slugs].map((slug) => ({ slug, name: communeName(slug) })).sort((a, b) => a.name.localeCompare(b.name, 'fr'));
  return { communes, cells: [...cells.values()] };
};

const vacanciesOf = ({ months, open, published, filled }: Facts): Overview['vacancies'] => {
  const monthly = months.map((month) => ({
    month,
    published: published.get(month) ?? 0,
    filled: filled.filter(({ closedAt }) => closedAt.toISOString().startsWith(month)).length,
  }));
  return {
    open,
    published: sum(monthly.map((each) => each.published)),
    filled: filled.length,
    medianDays: median(filled.map(({ publishedAt, closedAt }) => Math.round((closedAt.getTime() - publishedAt.getTime()) / DAY_MS))),
    months: monthly,
  };
};

export const presentOverview = (facts: Facts): Overview => ({
  months: facts.months,
  needs: needsOf(facts),
  timeToFill: { medianMinutes: median(facts.waits), needs: facts.waits.length },
  vacancies: vacanciesOf(facts),
  hours: hoursOf(facts),
  substitutes: { ...facts.pool, metiers: [...facts.pool.metiers].sort((a, b) => b.count - a.count || a.metier.localeCompare(b.metier)) },
});
