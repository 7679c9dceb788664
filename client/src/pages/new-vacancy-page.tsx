import { parisDate } from '@beffroi/shared/core/half-days';
import { VACANCY_LIMITS } from '@beffroi/shared/features/vacancies/vacancies.limits';
import type { VacancyContent } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useDraft } from '../features/drafts/use-draft.ts';
import { CompletenessMeter } from '../features/vacancies/completeness-meter.tsx';
import { CopyOfficialText } from '../features/vacancies/copy-official-text.tsx';
import { useVacancyChanged } from '../features/vacancies/use-vacancy-change.ts';
import { duplicateOf, emptyContent } from '../features/vacancies/vacancy-content.ts';
import { VacancyForm } from '../features/vacancies/vacancy-form.tsx';
import { api, client, problemOf } from '../lib/api.ts';
import { fileProblem } from '../lib/french-files.ts';
import { useMe } from '../lib/me.ts';
import { newKey } from '../lib/new-key.ts';
import { editVacancyPath, vacancyPath } from '../lib/paths.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { FileField } from '../ui/file-field.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { PageSkeleton } from '../ui/skeletons.tsx';
import { NotFoundPage } from './not-found-page.tsx';

interface WriterProps {
  commune: { slug: string; name: string };
  initial: VacancyContent;
  /** The offer it begins with has a file, which is not taken over. */
  fileLeft: boolean;
  /** What is kept of it on this machine. */
  draftKey: string;
  communes: readonly { slug: string; name: string }[];
  onCommune: (slug: string) => void;
}

/** Begins an offer, then joins its file; the offer stands if the file is refused, which is said where it can be sent again. */
const createWithFile = async (input: Parameters<typeof client.vacancies.create>[0], file: File | null) => {
  const vacancy = await client.vacancies.create(input);
  if (!file) return { vacancy };
  try {
    return { vacancy: await client.vacancies.attach({ id: vacancy.id, version: vacancy.version, file }) };
  } catch (error) {
    return { vacancy, attachmentProblem: `L’offre est enregistrée, sans sa pièce jointe. ${problemOf(error).detail}` };
  }
};

/** Writing an offer: the form, the meter beside it; what is typed is kept. */
function Writer({ commune, initial, fileLeft, draftKey, communes, onCommune }: WriterProps) {
  const navigate = useNavigate();
  const draft = useDraft<VacancyContent>(draftKey);
  const [content, setContent] = useState<VacancyContent>(() => ({ ...initial, ...draft.found }));
  const [idempotencyKey] = useState(newKey);
  const changed = useVacancyChanged();
  const [file, setFile] = useState<File | null>(null);
  const fileField = useRef<HTMLButtonElement>(null);
  const create = useMutation({
    // A refused sending made nothing: the same key serves until one succeeds.
    mutationFn: (publish: boolean) => createWithFile({ ...content, commune: commune.slug, publish, idempotencyKey }, file),
    onSuccess: ({ vacancy, attachmentProblem }) => {
      draft.clear();
      changed(vacancy);
      if (attachmentProblem) void navigate(editVacancyPath(vacancy.id), { replace: true, state: { attachmentProblem } });
      else void navigate(vacancyPath(vacancy.id), { replace: true });
    },
  });
  const change = (part: Partial<VacancyContent>) => {
    const next = { ...content, ...part };
    setContent(next);
    draft.save(next);
  };
  const send = (publish: boolean) => {
    if (fileProblem(file, VACANCY_LIMITS.attachmentBytes)) fileField.current?.focus();
    else create.mutate(publish);
  };
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
        attachment={
          <>
            {fileLeft && <p>Celle de l’offre d’origine n’est pas reprise&nbsp;: joignez-la de nouveau si elle vaut encore.</p>}
            <FileField
              ref={fileField}
              label="Fichier, facultatif"
              bytesMax={VACANCY_LIMITS.attachmentBytes}
              value={file}
              onChange={setFile}
            />
          </>
        }
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
      fileLeft={Boolean(source.data?.attachment)}
      initial={source.data ? duplicateOf(source.data) : emptyContent(settings.data)}
    />
  );
}
