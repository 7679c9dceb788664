import type { NeedItem } from '@beffroi/shared/features/replacements/replacements.schemas';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from 'react-router';
import { Board } from '../features/replacements/board.tsx';
import { FilterChips, useBoardFilters, WeekCounts } from '../features/replacements/board-filters.tsx';
import { weekTitle } from '../features/replacements/half-day-words.ts';
import { goOnInPanel, NeedPanel } from '../features/replacements/need-panel.tsx';
import { weekSummaryOptions } from '../features/replacements/replacements.api.ts';
import { useReplacementsRealtime } from '../features/replacements/replacements.realtime.ts';
import { useBoard } from '../features/replacements/use-board.ts';
import { WeekNav } from '../features/replacements/week-nav.tsx';
import { exchangeRights } from '../lib/exchange-rights.ts';
import { useMe } from '../lib/me.ts';
import { AVAILABILITY_PATH, MISSIONS_PATH, NEW_NEED_PATH, OVERVIEW_PATH, POOL_PATH, STATEMENTS_PATH } from '../lib/paths.ts';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { ExchangesTabs } from './exchanges-tabs.tsx';
import classes from './replacements-page.module.css';

/** Where the panel stands beside the board, as the page’s own layout has it. */
const WIDE = '(min-width: 72em)';

function Empty({ narrowed, mayPublish, widen }: { narrowed: boolean; mayPublish: boolean; widen: () => void }) {
  if (narrowed)
    return (
      <EmptyState
        title="Aucun besoin ne répond à ces critères cette semaine"
        text="Élargissez la distance, le métier ou l’état pour voir les autres besoins du territoire."
        action={<Button onClick={widen}>Voir tous les besoins</Button>}
      />
    );
  return (
    <EmptyState
      title="Aucun remplacement cherché cette semaine"
      text={
        mayPublish
          ? 'Une ATSEM manque demain à l’école\u00a0? Publiez le besoin en une minute\u00a0: les personnes disponibles et éligibles sont prévenues aussitôt, vous réservez celle qui répond.'
          : 'Les ressources humaines d’une commune publient ici qui leur manque. Vous aimeriez dépanner l’une d’elles\u00a0? Dites vos métiers et vos demi-journées\u00a0: elle vous préviendra.'
      }
      action={
        mayPublish ? (
          <Button component={Link} to={NEW_NEED_PATH} variant="filled" color="brick">
            Publier un besoin
          </Button>
        ) : (
          <Button component={Link} to={AVAILABILITY_PATH}>
            Mes disponibilités
          </Button>
        )
      }
    />
  );
}

const Acts = ({ rights: { publishes: mayPublish, overview, pool } }: { rights: ReturnType<typeof exchangeRights> }) => (
  <span className={classes.acts} data-print="hidden">
    {overview && (
      <Button component={Link} to={OVERVIEW_PATH}>
        Tableau
      </Button>
    )}
    {mayPublish && (
      <Button component={Link} to={STATEMENTS_PATH}>
        Relevés
      </Button>
    )}
    {pool ? (
      <Button component={Link} to={POOL_PATH}>
        Vivier
      </Button>
    ) : (
      <Button component={Link} to={AVAILABILITY_PATH}>
        Mes disponibilités
      </Button>
    )}
    {mayPublish && (
      <Button component={Link} to={NEW_NEED_PATH} variant="filled" color="brick">
        Publier un besoin
      </Button>
    )}
  </span>
);

/** What stands beside the board until one chooses: a need one may fill, else the first. */
const firstToActOn = (needs: readonly NeedItem[]): string | null =>
  (needs.find(({ abilities }) => abilities['replacement.book'] || abilities['replacement.offer']) ?? needs[0])?.id ?? null;

/** The board of a week, filling live, with the need chosen beside it. */
function WeekPage() {
  const { filters, change, current, weekend, chosen } = useBoardFilters();
  const board = useBoard(filters);
  const { data: summary } = useQuery(weekSummaryOptions(filters));
  const me = useMe();
  const rights = exchangeRights(me);
  const mayPublish = rights.publishes;
  const wide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  const narrowed = Boolean(filters.metier ?? filters.commune ?? filters.within ?? filters.state);
  const shown = wide ? (chosen ?? firstToActOn(board.needs)) : null;
  const choose = (id: string) => {
    if (id === shown) goOnInPanel();
    change({ besoin: id });
  };
  const title = `Remplacements, ${weekTitle(filters.monday)}`;
  return (
    <Page
      title={title}
      eyebrow={<ExchangesTabs />}
      heading={
        <>
          Remplacements, <span className={classes.week}>{weekTitle(filters.monday)}</span>
        </>
      }
      lead={
        <div className={classes.lead}>
          <WeekNav
            monday={filters.monday}
            current={current}
            weekend={weekend}
            onChange={(monday) => change({ semaine: monday === current ? null : monday, besoin: null })}
          />
          <Acts rights={rights} />
        </div>
      }
      aside={shown && <NeedPanel key={shown} id={shown} />}
    >
      <FilterChips filters={filters} change={change} />
      <WeekCounts counts={summary?.counts} filters={filters} change={change} />
      <Board
        monday={filters.monday}
        board={board}
        chosen={shown}
        onChoose={wide ? choose : undefined}
        empty={
          <Empty
            narrowed={narrowed}
            mayPublish={mayPublish}
            widen={() => change({ metier: null, commune: null, moins: null, etat: null })}
          />
        }
      />
    </Page>
  );
}

export function ReplacementsPage() {
  const me = useMe();
  useReplacementsRealtime();
  // A substitute from outside has no board: what she was asked for is hers.
  if (me.communes.length === 0 && !me.administrator) return <Navigate to={MISSIONS_PATH} replace />;
  return <WeekPage />;
}
