import { parisDate } from '@beffroi/shared/core/half-days';
import type { VacancyContent } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useDraft } from '../features/drafts/use-draft.ts';
import { CompletenessMeter } from '../features/vacancies/completeness-meter.tsx';
import { CopyOfficialText } from '../features/vacancies/copy-official-text.tsx';
import { useVacancyChanged } from '../features/vacancies/use-vacancy-change.ts';
import { duplicateOf, emptyContent } from '../features/vacancies/vacancy-content.ts';
import { VacancyForm } from '../features/vacancies/vacancy-form.tsx';
import { api, problemOf } from '../lib/api.ts';
import { useMe } from '../lib/me.ts';
import { newKey } from '../lib/new-key.ts';
import { vacancyPath } from '../lib/paths.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { PageSkeleton } from '../ui/skeletons.tsx';
import { NotFoundPage } from './not-found-page.tsx';

interface WriterProps {
  commune: { slug: string; name: string };
  initial: VacancyContent;
  /** What is kept of it on this machine. */
  draftKey: string;
  communes: readonly { slug: string; name: string }[];
  onCommune: (slug: string) => void;
}

/** Writing an offer: the form, the meter beside it; what is typed is kept. */
function Writer({ commune, initial, draftKey, communes, onCommune }: WriterProps) {
  const navigate = useNavigate();
  const draft = useDraft<VacancyContent>(draftKey);
  const [content, setContent] = useState<VacancyContent>(() => ({ ...initial, ...draft.found }));
  const [idempotencyKey] = useState(newKey);
  const changed = useVacancyChanged();
  const create = useMutation(
    api.vacancies.create.mutationOptions({
      onSuccess: (vacancy) => {
        draft.clear();
        changed(vacancy);
        void navigate(vacancyPath(vacancy.id), { replace: true });
      },
    }),
  );
  const change = (part: Partial<VacancyContent>) => {
    const next = { ...content, ...part };
    setContent(next);
    draft.save(next);
  };
  // A refused sending made nothing: the same key serves until one succeeds.
  const send = (publish: boolean) => create.mutate({ ...content, commune: commune.slug, publish, idempotencyKey });
  return (
    <Page
      title="Publier une offre d’emploi"
      lead={`Pour ${commune.name}. Choisissez le métier, relisez, publiez.`}
      aside={
        <>
          <Section title="Mentions obligatoires">
            <CompletenessMeter content={content} from={parisDate(new Date())} />
          </Section>
          <Section title="Annonce officielle">
            <CopyOfficialText content={content} communeName={commune.name} />
          </Section>
        </>
      }
    >
      <VacancyForm
        content={content}
        change={change}
        problem={create.error && problemOf(create.error)}
        onSend={() => send(true)}
        top={
          communes.length > 1 && (
            <Select
              label="Commune"
              data={communes.map(({ slug, name }) => ({ value: slug, label: name }))}
              value={commune.slug}
              allowDeselect={false}
              onChange={(slug) => slug && onCommune(slug)}
            />
          )
        }
      >
        <BusyButton type="submit" variant="filled" busy={create.isPending}>
          Publier
        </BusyButton>
        <BusyButton variant="default" busy={create.isPending} onClick={() => send(false)}>
          Garder en brouillon
        </BusyButton>
      </VacancyForm>
    </Page>
  );
}

/** Publishing a vacancy for a commune one is HR of; `?depuis=` begins with an earlier one. */
export function NewVacancyPage() {
  const me = useMe();
  const [address] = useSearchParams();
  const from = address.get('depuis');
  const communes = me.communes.filter(({ roles }) => roles.includes('hr'));
  const source = useQuery(api.vacancies.get.queryOptions({ input: { id: from ?? '' }, enabled: from !== null }));
  const [chosen, choose] = useState<string | null>(null);
  const commune = communes.find(({ slug }) => slug === (chosen ?? source.data?.communeSlug)) ?? communes[0];
  const settings = useQuery(api.vacancies.settings.queryOptions({ input: { slug: commune?.slug ?? '' }, enabled: commune !== undefined }));
  if (!commune) return <NotFoundPage />;
  if (settings.isPending || (from !== null && source.isPending)) return <PageSkeleton />;
  return (
    <Writer
      key={commune.slug}
      commune={commune}
      communes={communes}
      onCommune={choose}
      draftKey={`vacancy:${commune.slug}${from ? `:${from}` : ''}`}
      initial={source.data ? duplicateOf(source.data) : emptyContent(settings.data)}
    />
  );
}
