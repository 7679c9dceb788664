import { addDays, parisDate, weekdayOf, weekOf } from '@beffroi/shared/core/half-days';
import type { NeedItem } from '@beffroi/shared/features/replacements/replacements.schemas';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { problemOf } from '../../lib/api.ts';
import { useNow } from '../../lib/clock.ts';
import { plural } from '../../lib/french-text.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { ErrorState } from '../../ui/states.tsx';
import classes from './board.module.css';
import { BoardDays } from './board-days.tsx';
import { BoardTable } from './board-table.tsx';
import { weekTitle } from './half-day-words.ts';
import type { useBoard } from './use-board.ts';

const FRIDAY = 5;

/** The days of a week in which something is asked for; a weekend shows when it is needed. */
export const shownDays = (monday: string, needs: readonly NeedItem[]): string[] => {
  const asked = new Set(needs.flatMap(({ slots }) => slots.map(({ date }) => date)));
  const last = [addDays(monday, 6), addDays(monday, 5)].find((date) => asked.has(date));
  return weekOf(monday).filter((date) => weekdayOf(date) <= FRIDAY || (last !== undefined && date <= last));
};

interface BoardProps {
  monday: string;
  board: ReturnType<typeof useBoard>;
  chosen: string | null;
  /** Shows a need beside the board; without it each leads to its page. */
  onChoose: ((id: string) => void) | undefined;
  empty: ReactNode;
}

/** The week, as a table, or day by day on a phone. */
export function Board({ monday, board, chosen, onChoose, empty }: BoardProps) {
  const { query, needs, fresh, changing } = board;
  const phone = useMediaQuery('(max-width: 45em)', false, { getInitialValueInEffect: false });
  const today = parisDate(new Date(useNow()));
  if (query.isPending) return <ListSkeleton rows={7} mark={false} />;
  if (!query.data) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  if (needs.length === 0) return empty;
  const days = shownDays(monday, needs);
  return (
    <div className={classes.board} data-changing={changing || undefined}>
      {fresh.size > 0 && (
        <p className={classes.news} data-print="hidden">
          <b>{plural(fresh.size, 'nouveau besoin', 'nouveaux besoins')}</b> à la fin du tableau
          <Button h={28} fz={13.5} onClick={board.tidy}>
            Remettre dans l’ordre
          </Button>
        </p>
      )}
      {phone ? (
        <BoardDays needs={needs} days={days} today={today} fresh={fresh} />
      ) : (
        <BoardTable
          needs={needs}
          days={days}
          today={today}
          chosen={chosen}
          fresh={fresh}
          onChoose={onChoose}
          caption={`Besoins de remplacement, ${weekTitle(monday)}`}
        />
      )}
      <LoadMore query={query} />
    </div>
  );
}
