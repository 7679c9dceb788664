import { OVERVIEW_PERIODS, type OverviewPeriod } from '@beffroi/shared/features/exchanges/exchanges.vocabulary';
import { SegmentedControl } from '@mantine/core';
import { Link } from 'react-router';
import classes from '../features/exchanges/exchanges.module.css';
import { OverviewDownload } from '../features/exchanges/overview-download.tsx';
import { OverviewView } from '../features/exchanges/overview-view.tsx';
import { REPLACEMENTS_PATH } from '../lib/paths.ts';
import { useAddressFilters } from '../lib/use-address-filters.ts';
import { Page } from '../ui/page.tsx';

const readPeriod = (text: string): OverviewPeriod => OVERVIEW_PERIODS.find((months) => String(months) === text) ?? 3;

/** What the exchanges come to, for the HR club: sums that name nobody. */
export function OverviewPage() {
  const [{ mois }, change] = useAddressFilters(['mois'] as const);
  const months = readPeriod(mois);
  return (
    <Page
      title="Tableau des bourses"
      eyebrow={<Link to={REPLACEMENTS_PATH}>Bourses</Link>}
      lead={
        <div className={classes.lead}>
          <SegmentedControl
            aria-label="Période"
            data={OVERVIEW_PERIODS.map((count) => ({ value: String(count), label: `${count} mois` }))}
            value={String(months)}
            onChange={(value) => change({ mois: value === '3' ? null : value })}
          />
          <OverviewDownload months={months} />
        </div>
      }
    >
      <OverviewView months={months} />
    </Page>
  );
}
