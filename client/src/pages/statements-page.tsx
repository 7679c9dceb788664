import { ofPlace } from '@beffroi/shared/core/french-of';
import { parisDate } from '@beffroi/shared/core/half-days';
import { Select } from '@mantine/core';
import { Link } from 'react-router';
import { DownloadMenu } from '../features/statements/download-menu.tsx';
import { MonthNav } from '../features/statements/month-nav.tsx';
import { addMonths, monthInWords, monthOf, readMonth } from '../features/statements/months.ts';
import { StatementView } from '../features/statements/statement-view.tsx';
import classes from '../features/statements/statements.module.css';
import { useMe } from '../lib/me.ts';
import { REPLACEMENTS_PATH } from '../lib/paths.ts';
import { useAddressFilters } from '../lib/use-address-filters.ts';
import { Page } from '../ui/page.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** What a commune lent and received in a month, for its HR; the month before unless another is asked for. */
export function StatementsPage() {
  const { communes } = useMe();
  const mine = communes.filter(({ roles }) => roles.includes('hr'));
  const [{ commune, mois }, change] = useAddressFilters(['commune', 'mois'] as const);
  const own = mine.find(({ slug }) => slug === commune) ?? mine[0];
  if (!own) return <NotFoundPage />;
  const present = monthOf(parisDate(new Date()));
  const month = readMonth(mois) ?? addMonths(present, -1);
  return (
    <Page
      title={`Relevé des remplacements, ${monthInWords(month)}`}
      heading={`Relevé ${ofPlace(own.name)}`}
      eyebrow={<Link to={REPLACEMENTS_PATH}>Remplacements</Link>}
      lead={
        <div className={classes.lead}>
          <MonthNav month={month} last={present} onChange={(next) => change({ mois: next })} />
          {mine.length > 1 && (
            <Select
              aria-label="Commune"
              data={mine.map(({ slug, name }) => ({ value: slug, label: name }))}
              value={own.slug}
              onChange={(slug) => change({ commune: slug })}
              allowDeselect={false}
            />
          )}
          <DownloadMenu slug={own.slug} month={month} />
        </div>
      }
    >
      <StatementView slug={own.slug} month={month} />
    </Page>
  );
}
