import { personLabel } from '@beffroi/shared/core/person-ref';
import type { ApplicationItem, RecruitingToday, WaitingVacancy } from '@beffroi/shared/features/applications/applications.contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { typeset } from '../../editor/french-typography.ts';
import { api } from '../../lib/api.ts';
import { useMe } from '../../lib/me.ts';
import { applicationOfPath, editVacancyPath, MY_APPLICATIONS_PATH, VACANCIES_PATH, vacancyPath } from '../../lib/paths.ts';
import { ListCard, ListRow } from '../../ui/list-card.tsx';
import { RowLink } from '../../ui/row-link.tsx';
import { Section } from '../../ui/section.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ApplicationRow, OwnApplicationRow } from './application-row.tsx';
import { useApplicationsLive } from './applications.api.ts';
import classes from './applications.module.css';

const useRecruitingToday = () => {
  const { communes, administrator, abilities } = useMe();
  // Agents, and substitutes from outside: guests of a club know of no vacancy.
  const applies = communes.length > 0 || (abilities['replacements.read'] && !administrator);
  const { data } = useQuery(api.applications.today.queryOptions({ enabled: applies }));
  return data;
};

const ofHr = ({ received, interviews, toConfirm, drafts }: RecruitingToday): number =>
  received.length + interviews.length + toConfirm.length + drafts.length;

/** What of recruiting a person is waited for: her commune's, her own applications, or neither. */
export const useRecruitingNews = (): 'recruits' | 'applies' | null => {
  const data = useRecruitingToday();
  if (!data) return null;
  if (ofHr(data) > 0) return 'recruits';
  return data.mine.length > 0 ? 'applies' : null;
};

const applicantOf = ({ applicant }: ApplicationItem): string => (applicant ? personLabel(applicant) : 'Candidature effacée');

function Received({ application }: { application: ApplicationItem }) {
  const { id, vacancy } = application;
  return (
    <ApplicationRow
      application={application}
      title={applicantOf(application)}
      facts={vacancy.title}
      to={applicationOfPath(vacancy.id, id)}
      state
    />
  );
}

function Offer({ vacancy, to, tone, says }: { vacancy: WaitingVacancy; to: string; tone: 'ochre' | 'neutral'; says: string }) {
  return (
    <ListRow>
      <div className={classes.words}>
        <h3>
          <RowLink to={to}>{typeset(vacancy.title)}</RowLink>
        </h3>
        <p className={classes.facts}>{vacancy.commune.name}</p>
      </div>
      <Tag tone={tone}>{says}</Tag>
    </ListRow>
  );
}

function Recruits({ today }: { today: RecruitingToday }) {
  const { received, interviews, toConfirm, drafts } = today;
  return (
    <Section title="Vos recrutements" action={<Link to={VACANCIES_PATH}>Tous les emplois</Link>}>
      <ListCard edge="ochre">
        {[...interviews, ...received].map((each) => (
          <Received key={each.id} application={each} />
        ))}
        {toConfirm.map((each) => (
          <Offer key={each.id} vacancy={each} to={vacancyPath(each.id)} tone="ochre" says={'Toujours ouverte\u00a0?'} />
        ))}
        {drafts.map((each) => (
          <Offer key={each.id} vacancy={each} to={editVacancyPath(each.id)} tone="neutral" says="Brouillon" />
        ))}
      </ListCard>
    </Section>
  );
}

function Applies({ mine }: Pick<RecruitingToday, 'mine'>) {
  return (
    <Section title="Vos candidatures" action={<Link to={MY_APPLICATIONS_PATH}>Toutes vos candidatures</Link>}>
      <ListCard edge="blue">
        {mine.map((each) => (
          <OwnApplicationRow key={each.id} application={each} />
        ))}
      </ListCard>
    </Section>
  );
}

/** What of recruiting waits today: for HR what to answer, whom to see, what to confirm or finish; for who applied, what moved. */
export function RecruitingTodaySections() {
  const today = useRecruitingToday();
  useApplicationsLive();
  if (!today) return null;
  return (
    <>
      {ofHr(today) > 0 && <Recruits today={today} />}
      {today.mine.length > 0 && <Applies mine={today.mine} />}
    </>
  );
}
