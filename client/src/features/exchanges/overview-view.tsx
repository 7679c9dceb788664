import { metierLabel } from '@beffroi/shared/core/public-service/metiers';
import type { OverviewPeriod } from '@beffroi/shared/features/exchanges/exchanges.vocabulary';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, problemOf } from '../../lib/api.ts';
import { Section } from '../../ui/section.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { BarsTable } from './bars-table.tsx';
import classes from './exchanges.module.css';
import { Figures } from './figures.tsx';
import { HoursMatrix } from './hours-matrix.tsx';
import { NeedsTable } from './needs-table.tsx';
import { shortMonth } from './overview-words.ts';

/** The figures of a period, their plots and their words. */
export function OverviewView({ months }: { months: OverviewPeriod }) {
  const query = useQuery(api.exchanges.overview.queryOptions({ input: { months }, placeholderData: keepPreviousData }));
  if (query.isPending) return <ListSkeleton rows={8} mark={false} />;
  if (!query.data) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  const { needs, months: shown, hours, vacancies, substitutes } = query.data;
  return (
    <>
      <Figures overview={query.data} />
      <Section title="Besoins de remplacement">
        {needs.length > 0 ? <NeedsTable needs={needs} months={shown} /> : <p className={classes.note}>Aucun besoin sur cette période.</p>}
      </Section>
      <Section title="Heures échangées entre communes">
        {hours.cells.length > 0 ? <HoursMatrix hours={hours} /> : <p className={classes.note}>Aucune heure échangée sur cette période.</p>}
      </Section>
      <div className={classes.columns}>
        <Section title="Offres d’emploi">
          <BarsTable
            caption="Offres publiées et pourvues, par mois"
            heads={['Mois', 'Publiées', 'Pourvues']}
            rows={vacancies.months.map(({ month, published, filled }) => ({ label: shortMonth(month), values: [published, filled] }))}
          />
        </Section>
        <Section title="Remplaçants actifs">
          {substitutes.metiers.length > 0 ? (
            <BarsTable
              caption="Une même personne peut exercer plusieurs métiers"
              heads={['Métier', 'Personnes']}
              rows={substitutes.metiers.map(({ metier, count }) => ({ label: metierLabel(metier), values: [count] }))}
            />
          ) : (
            <p className={classes.note}>Personne n’est encore dans le vivier.</p>
          )}
        </Section>
      </div>
    </>
  );
}
