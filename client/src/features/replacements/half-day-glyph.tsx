import { mondayOf, weekOf } from '@beffroi/shared/core/half-days';
import type { NeedItem } from '@beffroi/shared/features/replacements/replacements.schemas';
import classes from './half-day-glyph.module.css';
import { openInWords, openSlots } from './need-words.ts';

const HALVES = ['am', 'pm'] as const;
const WORKING_DAYS = 5;

/** A week of half-days at a glance, mornings above; its words stand beside or in its label. */
export function HalfDayGlyph({ slots }: { slots: NeedItem['slots'] }) {
  const first = openSlots(slots)[0] ?? slots[0];
  if (!first) return null;
  const week = weekOf(mondayOf(first.date));
  const weekend = week.slice(WORKING_DAYS).some((date) => slots.some((slot) => slot.date === date));
  const days = weekend ? week : week.slice(0, WORKING_DAYS);
  return (
    <span
      className={classes.glyph}
      style={{ gridTemplateColumns: `repeat(${days.length}, 22px)` }}
      role="img"
      aria-label={openInWords(slots)}
    >
      {HALVES.flatMap((half) =>
        days.map((date) => (
          <i key={`${date} ${half}`} data-state={slots.find((slot) => slot.date === date && slot.half === half)?.state} />
        )),
      )}
    </span>
  );
}
