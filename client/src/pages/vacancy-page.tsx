import type { Vacancy } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { VACANCY_STATE_LABEL } from '@beffroi/shared/features/vacancies/vacancies.vocabulary';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { ApplyPanel } from '../features/applications/apply-panel.tsx';
import { AttachmentLink } from '../features/vacancies/attachment-link.tsx';
import { CopyOfficialText } from '../features/vacancies/copy-official-text.tsx';
import { StillOpen } from '../features/vacancies/still-open.tsx';
import classes from '../features/vacancies/vacancies.module.css';
import { useVacanciesRealtime } from '../features/vacancies/vacancies.realtime.ts';
import { VacancyActs } from '../features/vacancies/vacancy-acts.tsx';
import { contentOf } from '../features/vacancies/vacancy-content.ts';
import { VacancyFacts } from '../features/vacancies/vacancy-facts.tsx';
import { TextSection } from '../features/vacancies/vacancy-text.tsx';
import { VacancyTrail } from '../features/vacancies/vacancy-trail.tsx';
import { deadlineText, STATE_TONE } from '../features/vacancies/vacancy-words.ts';
import { api, problemOf } from '../lib/api.ts';
import { useMe } from '../lib/me.ts';
import { VACANCIES_PATH } from '../lib/paths.ts';
import { Page } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Section } from '../ui/section.tsx';
import { PageSkeleton } from '../ui/skeletons.tsx';
import { ErrorState } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { NotFoundPage } from './not-found-page.tsx';

const payOf = ({ rifseep, nbi, benefits }: Vacancy): string =>
  [rifseep && '- Régime indemnitaire (RIFSEEP)', nbi !== null && `- NBI de ${nbi} points`, benefits].filter(Boolean).join('\n');

/** The links one offers besides the text: the official advertisement, the post's description, the public page. */
function Links({ vacancy }: { vacancy: Vacancy }) {
  const { officialUrl, attachmentUrl, publicPath } = vacancy;
  if (!officialUrl && !attachmentUrl && !publicPath) return null;
  return (
    <Section title="Liens">
      {officialUrl && (
        <p>
          <a className={classes.link} href={officialUrl} rel="noreferrer">
            L’annonce officielle
          </a>
        </p>
      )}
      {attachmentUrl && (
        <p>
          <a className={classes.link} href={attachmentUrl} rel="noreferrer">
            La fiche de poste
          </a>
        </p>
      )}
      {publicPath && (
        <p>
          <a className={classes.link} href={publicPath}>
            La page publique
          </a>
        </p>
      )}
    </Section>
  );
}

function Aside({ vacancy }: { vacancy: Vacancy }) {
  const { id, abilities, commune } = vacancy;
  return (
    <>
      <Section title="Candidatures">
        <ApplyPanel vacancy={vacancy} />
      </Section>
      {abilities['vacancy.duplicate'] && (
        <Section title="Suivre l’offre">
          <div className={classes.column}>
            <VacancyActs vacancy={vacancy} />
            <CopyOfficialText content={contentOf(vacancy)} communeName={commune.name} />
          </div>
        </Section>
      )}
      {vacancy.attachment && (
        <Section title="Pièce jointe">
          <AttachmentLink vacancy={vacancy} />
        </Section>
      )}
      <Links vacancy={vacancy} />
      {abilities['vacancy.see-trail'] && (
        <Section title="Historique">
          <VacancyTrail id={id} />
        </Section>
      )}
    </>
  );
}

/** One vacancy: what it is, what one will do, how to apply; for its HR, what to do with it. */
export function VacancyPage() {
  const { id = '' } = useParams();
  const [address, setAddress] = useSearchParams();
  const query = useQuery(api.vacancies.get.queryOptions({ input: { id } }));
  // Who may apply from outside has no list to go back to.
  const serves = useMe().abilities['directory.read'];
  useVacanciesRealtime();
  const forgetAnswer = useCallback(() => setAddress({}, { replace: true }), [setAddress]);
  if (query.isPending) return <PageSkeleton />;
  if (!query.data) {
    const problem = problemOf(query.error);
    return problem.status === 404 ? <NotFoundPage /> : <ErrorState problem={problem} retry={() => void query.refetch()} />;
  }
  const vacancy = query.data;
  const { title, commune, state, open, deadline, publishedAt } = vacancy;
  return (
    <Page
      title={title}
      eyebrow={
        <span className={classes.eyebrow}>
          {serves && (
            <>
              <Link to={VACANCIES_PATH}>Emplois</Link> ·{' '}
            </>
          )}
          {commune.name} <Tag tone={STATE_TONE[state]}>{VACANCY_STATE_LABEL[state]}</Tag>
        </span>
      }
      lead={
        <p>
          {publishedAt && (
            <>
              Publiée <RelativeTime at={publishedAt} focusable inSentence />
            </>
          )}
          {open && deadline && <> · candidatures {deadlineText(deadline)}</>}
        </p>
      }
      aside={<Aside vacancy={vacancy} />}
    >
      {vacancy.abilities['vacancy.close'] && <StillOpen vacancy={vacancy} address={address} onGiven={forgetAnswer} />}
      <VacancyFacts vacancy={vacancy} />
      <TextSection title="Missions" text={vacancy.missions} />
      <TextSection title="Profil" text={vacancy.profile} />
      <TextSection title="Diplômes, concours, habilitations" text={vacancy.conditions} />
      <TextSection title="Rémunération et avantages" text={payOf(vacancy)} />
    </Page>
  );
}
