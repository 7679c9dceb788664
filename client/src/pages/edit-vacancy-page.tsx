import { parisDate } from '@beffroi/shared/core/half-days';
import type { Vacancy } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { useDraft } from '../features/drafts/use-draft.ts';
import { AttachmentField } from '../features/vacancies/attachment-field.tsx';
import { CompletenessMeter } from '../features/vacancies/completeness-meter.tsx';
import { useVacancyChanged } from '../features/vacancies/use-vacancy-change.ts';
import { VacancyConflict } from '../features/vacancies/vacancy-conflict.tsx';
import { beginEdit, changesOf, rebased, type VacancyEdit } from '../features/vacancies/vacancy-content.ts';
import { VacancyForm } from '../features/vacancies/vacancy-form.tsx';
import { api, problemOf } from '../lib/api.ts';
import { vacancyPath } from '../lib/paths.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { PageSkeleton } from '../ui/skeletons.tsx';
import { ErrorState } from '../ui/states.tsx';
import { NotFoundPage } from './not-found-page.tsx';

function Editor({ vacancy }: { vacancy: Vacancy }) {
  const { id, title, publishedAt } = vacancy;
  const navigate = useNavigate();
  const draft = useDraft<VacancyEdit>(`vacancy-edit:${id}`);
  const [editing, setEdit] = useState<VacancyEdit>(() => ({ ...beginEdit(vacancy), ...draft.found }));
  const { content, version } = editing;
  const typed = useRef(draft.found !== null);
  // Fields keep something of their own: another text begins them again.
  const [taken, setTaken] = useState(0);
  const { state } = useLocation() as { state: { attachmentProblem?: string } | null };
  const changed = useVacancyChanged();
  const edit = useMutation(
    api.vacancies.edit.mutationOptions({
      onSuccess: (edited) => {
        draft.clear();
        changed(edited);
        void navigate(vacancyPath(id), { replace: true });
      },
    }),
  );
  const keep = (next: VacancyEdit) => {
    typed.current = true;
    setEdit(next);
    draft.save(next);
  };
  const leave = () => {
    draft.clear();
    void navigate(vacancyPath(id), { replace: true });
  };
  const problem = edit.error && problemOf(edit.error);
  const current = problem?.code === 'conflict' ? (problem.current as Vacancy | undefined) : undefined;
  const send = (sent: VacancyEdit) => edit.mutate({ id, version: sent.version, ...changesOf(sent) });
  // One's own file is no change of another's.
  const attached = (before: number, after: Vacancy) => {
    if (version !== before) return;
    const next = { ...editing, version: after.version };
    setEdit(next);
    if (typed.current) draft.save(next);
  };
  const keepMine = (theirs: Vacancy) => {
    const next = rebased(editing, theirs);
    keep(next);
    setTaken((times) => times + 1);
    send(next);
  };
  const takeCurrent = (theirs: Vacancy) => {
    draft.clear();
    typed.current = false;
    changed(theirs);
    setEdit(beginEdit(theirs));
    setTaken((times) => times + 1);
    edit.reset();
  };
  return (
    <Page
      title={`Modifier\u00a0: ${title}`}
      eyebrow={<Link to={vacancyPath(id)}>Revenir à l’offre</Link>}
      aside={
        <Section title="Mentions obligatoires">
          <CompletenessMeter content={content} from={parisDate(publishedAt ? new Date(publishedAt) : new Date())} />
        </Section>
      }
    >
      {current && (
        <VacancyConflict edit={editing} current={current} keepMine={() => keepMine(current)} takeCurrent={() => takeCurrent(current)} />
      )}
      <VacancyForm
        key={taken}
        content={content}
        change={(part) => keep({ ...editing, content: { ...content, ...part } })}
        problem={current ? null : problem}
        onSend={() => (Object.keys(changesOf(editing)).length > 0 ? send(editing) : leave())}
        attachment={<AttachmentField vacancy={vacancy} problem={state?.attachmentProblem ?? null} onChanged={attached} />}
      >
        <BusyButton type="submit" variant="filled" busy={edit.isPending}>
          Enregistrer
        </BusyButton>
        <Button component={Link} to={vacancyPath(id)} variant="default" onClick={draft.clear}>
          Abandonner
        </Button>
      </VacancyForm>
    </Page>
  );
}

/** Changing what a vacancy says. */
export function EditVacancyPage() {
  const { id = '' } = useParams();
  const query = useQuery(api.vacancies.get.queryOptions({ input: { id } }));
  if (query.isPending) return <PageSkeleton />;
  if (query.data) return query.data.abilities['vacancy.edit'] ? <Editor vacancy={query.data} /> : <NotFoundPage />;
  const problem = problemOf(query.error);
  return problem.status === 404 ? <NotFoundPage /> : <ErrorState problem={problem} retry={() => void query.refetch()} />;
}
