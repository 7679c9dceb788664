import { ofPlace } from '@beffroi/shared/core/french-of';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { CentreForm } from '../features/directory/centre-form.tsx';
import { VACANCY_SETTING_LABEL, VacancySettingsForm } from '../features/vacancies/vacancy-settings-form.tsx';
import { api } from '../lib/api.ts';
import { useCommunes } from '../lib/communes.ts';
import { useMe } from '../lib/me.ts';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { SettingsTrail } from '../ui/settings-trail.tsx';
import { PageSkeleton } from '../ui/skeletons.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** What a commune says of itself to the exchanges: where it is, and how its offers begin. */
export function CommuneSettingsPage() {
  const { slug = '' } = useParams();
  const serves = useMe().abilities['directory.read'];
  const commune = useCommunes().find((one) => one.slug === slug);
  const settings = useQuery(api.vacancies.settings.queryOptions({ input: { slug }, enabled: serves }));
  if (!serves || settings.isError) return <NotFoundPage />;
  if (!commune || !settings.data) return <PageSkeleton />;
  const mayPlace = commune.abilities['commune.set-centre'];
  const maySet = settings.data.abilities['settings.change'];
  if (!mayPlace && !maySet) return <NotFoundPage />;
  return (
    <Page title={`Réglages ${ofPlace(commune.name)}`} lead="Ce que la commune dit d’elle aux bourses de remplacements et d’emplois.">
      {maySet && (
        <Section title="Offres d’emploi">
          <VacancySettingsForm slug={slug} saved={settings.data} />
          <SettingsTrail items={settings.data.trail} labels={VACANCY_SETTING_LABEL} />
        </Section>
      )}
      {mayPlace && (
        <Section title="Centre de la commune" note="Les distances sont comptées depuis ce point, à vol d’oiseau.">
          <CentreForm key={JSON.stringify(commune.centre)} commune={commune} />
          <SettingsTrail items={commune.centreTrail} labels={{ latitude: 'Latitude', longitude: 'Longitude' }} />
        </Section>
      )}
    </Page>
  );
}
