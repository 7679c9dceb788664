import { type HalfDay, halfDayKey } from '@beffroi/shared/core/half-days';
import { halfDayTitle } from './half-day-words.ts';
import classes from './slot-choice.module.css';

interface SlotChoiceProps {
  label: string;
  slots: readonly HalfDay[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: Set<string>) => void;
  /** Why one cannot be chosen, by half-day. */
  closed?: ReadonlyMap<string, string>;
}

/** Which of some half-days: each a tick one touches. */
export function SlotChoice({ label, slots, chosen, onChange, closed }: SlotChoiceProps) {
  const toggle = (key: string) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    onChange(next);
  };
  return (
    <fieldset className={classes.choice}>
      <legend>{label}</legend>
      {slots.map((slot) => {
        const key = halfDayKey(slot);
        const why = closed?.get(key);
        return (
          <label key={key} title={why} data-closed={why ? true : undefined}>
            <input type="checkbox" checked={!why && chosen.has(key)} disabled={Boolean(why)} onChange={() => toggle(key)} />
            {halfDayTitle(slot)}
            {why && <small> : {why}</small>}
          </label>
        );
      })}
    </fieldset>
  );
}
