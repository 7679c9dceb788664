import { halfDayKey, minutesOf, type TimedHalfDay, weekdayOf } from '@beffroi/shared/core/half-days';
import type { Chance } from './chance.ts';
import type { ImaginedNeed } from './imagine-needs.ts';
import type { Pooled } from './load-pool.ts';

/** Who comes for which half-days of a need, who offered the others, and who was told. */
export interface Filled {
  booked: { by: Pooled; slot: TimedHalfDay; seat: number }[];
  offered: { by: Pooled; slots: TimedHalfDay[] }[];
  told: Pooled[];
}

const FIRST_WAVE = 10;
const SPARED_MINUTES = 1_500;
/** A few wait for her answer; a dozen would be a crowd. */
const SPARED_ASKED = 0.2;

/** Chooses as HR does: somebody of the métier who is free, fewest minutes first. Nobody is ever in two places at once. */
export const filler = (pool: readonly Pooled[], today: string, chance: Chance) => {
  const taken = new Set<string>();
  const minutes = new Map<string, number>();
  const workedOf = (one: Pooled): number => (minutes.get(one.person.id) ?? 0) + (one.spared ? SPARED_MINUTES : 0);
  const keyOf = (one: Pooled, slot: TimedHalfDay): string => `${one.person.id} ${halfDayKey(slot)}`;
  const isFree = (one: Pooled, slot: TimedHalfDay): boolean =>
    !(one.spared && slot.date >= today) &&
    one.pattern.some(({ weekday, half }) => weekday === weekdayOf(slot.date) && half === slot.half) &&
    !taken.has(keyOf(one, slot));

  const book = (filled: Filled, need: ImaginedNeed, slot: TimedHalfDay, able: readonly Pooled[]): void => {
    for (const [seat, by] of able.slice(0, need.seats).entries()) {
      taken.add(keyOf(by, slot));
      minutes.set(by.person.id, (minutes.get(by.person.id) ?? 0) + minutesOf(slot));
      filled.booked.push({ by, slot, seat });
    }
  };
  const offer = ({ offered }: Filled, slot: TimedHalfDay, by: Pooled): void => {
    const same = offered.find((one) => one.by === by);
    if (same) same.slots.push(slot);
    else offered.push({ by, slots: [slot] });
  };

  return (need: ImaginedNeed): Filled => {
    const fit = pool
      .filter(({ metiers, employer }) => metiers.includes(need.metier.slug) && employer !== need.commune)
      .sort((a, b) => workedOf(a) - workedOf(b));
    const filled: Filled = { booked: [], offered: [], told: [] };
    for (const { fate, ...slot } of need.slots) {
      const before = filled.booked.at(-1)?.by ?? filled.offered.at(-1)?.by;
      // Who came yesterday comes again: a class knows her.
      const able = fit.filter((one) => isFree(one, slot)).sort((a, b) => Number(b === before) - Number(a === before));
      if (fate === 'filled') book(filled, need, slot, able);
      if (fate === 'offered' && able[0]) offer(filled, slot, able[0]);
    }
    const answered = [...filled.booked, ...filled.offered].map(({ by }) => by);
    filled.told = [
      ...new Set([
        ...answered,
        ...fit.filter(({ spared }) => !spared || chance.happens(SPARED_ASKED)).slice(0, FIRST_WAVE * (chance.happens(0.3) ? 2 : 1)),
      ]),
    ];
    return filled;
  };
};
