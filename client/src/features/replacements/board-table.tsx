import type { NeedItem } from '@beffroi/shared/features/replacements/replacements.schemas';
import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, type MouseEvent, memo } from 'react';
import { Link } from 'react-router';
import { needPath } from '../../lib/paths.ts';
import classes from './board-table.module.css';
import { columnTitle, dayTitle } from './half-day-words.ts';
import { NeedFacts } from './need-facts.tsx';
import { needTitle } from './need-words.ts';
import { SlotMark } from './slot-mark.tsx';

const HALVES = ['am', 'pm'] as const;

interface RowProps {
  need: NeedItem;
  days: readonly string[];
  today: string;
  chosen: boolean;
  fresh: boolean;
  /** Shows it beside the board; without it the link leads to its page. */
  onChoose: ((id: string) => void) | undefined;
}

const Row = memo(function Row({ need, days, today, chosen, fresh, onChoose }: RowProps) {
  const choose = (event: MouseEvent) => {
    // A new tab is asked for by the usual keys.
    if (!onChoose || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onChoose(need.id);
  };
  return (
    <tr data-chosen={chosen || undefined} data-fresh={fresh || undefined} data-urgent={need.atRisk || undefined}>
      <th scope="row">
        <Link to={needPath(need.id)} onClick={choose} aria-current={chosen ? 'true' : undefined} data-need>
          <span title={needTitle(need)}>{needTitle(need)}</span>
        </Link>
        <NeedFacts need={need} />
      </th>
      {days.map((date) => (
        <td key={date} data-today={date === today || undefined}>
          <span className={classes.halves}>
            {HALVES.map((half) => {
              const slot = need.slots.find((one) => one.date === date && one.half === half);
              return slot ? <SlotMark key={half} slot={slot} /> : <span key={half} />;
            })}
          </span>
        </td>
      ))}
    </tr>
  );
});

/** Up and down go from need to need. */
const moveAmongNeeds = (event: KeyboardEvent<HTMLTableElement>) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-need]')];
  const next = links[links.indexOf(document.activeElement as HTMLElement) + step];
  if (!next || !links.includes(document.activeElement as HTMLElement)) return;
  event.preventDefault();
  next.focus();
};

interface BoardTableProps {
  needs: readonly NeedItem[];
  days: readonly string[];
  today: string;
  chosen: string | null;
  fresh: ReadonlySet<string>;
  onChoose: ((id: string) => void) | undefined;
  caption: string;
}

/** The week: needs in rows, days in columns, two halves each. */
export function BoardTable({ needs, days, today, chosen, fresh, onChoose, caption }: BoardTableProps) {
  return (
    <div className={classes.card} data-days={days.length}>
      <table className={classes.board} onKeyDown={moveAmongNeeds}>
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">Besoin</th>
            {days.map((date) => (
              <th key={date} scope="col" data-today={date === today || undefined} aria-current={date === today ? 'date' : undefined}>
                <span aria-hidden="true">{columnTitle(date)}</span>
                <VisuallyHidden>{dayTitle(date)}</VisuallyHidden>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {needs.map((need) => (
            <Row
              key={need.id}
              need={need}
              days={days}
              today={today}
              chosen={need.id === chosen}
              fresh={fresh.has(need.id)}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
