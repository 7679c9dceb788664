import type { NeedItem } from '@beffroi/shared/features/replacements/replacements.schemas';
import { useNow } from '../../lib/clock.ts';
import { plural } from '../../lib/french-text.ts';
import { needPath } from '../../lib/paths.ts';
import { ListCard, ListRow } from '../../ui/list-card.tsx';
import { RowLink } from '../../ui/row-link.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './board-days.module.css';
import { nearDay } from './half-day-words.ts';
import { NeedFacts } from './need-facts.tsx';
import { needTitle } from './need-words.ts';
import { SlotMark } from './slot-mark.tsx';

interface BoardDaysProps {
  needs: readonly NeedItem[];
  days: readonly string[];
  today: string;
  fresh: ReadonlySet<string>;
}

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('fr-FR') + text.slice(1);

function Day({ date, needs, fresh }: { date: string; needs: readonly NeedItem[]; fresh: ReadonlySet<string> }) {
  const now = useNow();
  const wanted = needs.flatMap(({ slots }) => slots).filter((slot) => slot.date === date && slot.state === 'missing').length;
  return (
    <Section
      title={capitalised(nearDay(date, now))}
      note={wanted > 0 && <span className={classes.wanted}>{plural(wanted, 'demi-journée', 'demi-journées')} à pourvoir</span>}
    >
      <ListCard>
        {needs.map((need) => (
          <ListRow key={need.id} fresh={fresh.has(need.id)}>
            <div className={classes.words}>
              <h3>
                <RowLink to={needPath(need.id)}>{needTitle(need)}</RowLink>
              </h3>
              <NeedFacts need={need} />
            </div>
            <span className={classes.slots}>
              {need.slots
                .filter((slot) => slot.date === date)
                .map((slot) => (
                  <SlotMark key={slot.half} slot={slot} />
                ))}
            </span>
          </ListRow>
        ))}
      </ListCard>
    </Section>
  );
}

/** The week on a phone: what is to come day by day, then what is over. */
export function BoardDays({ needs, days, today, fresh }: BoardDaysProps) {
  const shown = [...days.filter((date) => date >= today), ...days.filter((date) => date < today).reverse()];
  return shown.map((date) => {
    const ofDay = needs.filter(({ slots }) => slots.some((slot) => slot.date === date));
    return ofDay.length > 0 && <Day key={date} date={date} needs={ofDay} fresh={fresh} />;
  });
}
