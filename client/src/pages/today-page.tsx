import type { ThreadItem } from '@beffroi/shared/features/forum/forum.contract';
import type { Today } from '@beffroi/shared/features/today/today.contract';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { RecruitingTodaySections, useRecruitingNews } from '../features/applications/recruiting-today.tsx';
import { useClubCards } from '../features/forum/forum.api.ts';
import { useForumRealtime } from '../features/forum/forum.realtime.ts';
import { ThreadRow } from '../features/forum/thread-row.tsx';
import { useReplacementsRealtime } from '../features/replacements/replacements.realtime.ts';
import { UrgentNeeds, useUrgentNeeds } from '../features/replacements/urgent-needs.tsx';
import { WrittenNow } from '../features/templates/written-now.tsx';
import { AnswerRow } from '../features/today/answer-row.tsx';
import { ClubLife } from '../features/today/club-life.tsx';
import { answersTitle, askedHeadline, headline } from '../features/today/headline.ts';
import { WatchAnnouncements } from '../features/today/watch-announcements.tsx';
import { WatchMyClubs } from '../features/today/watch-my-clubs.tsx';
import { api, problemOf } from '../lib/api.ts';
import { useNow } from '../lib/clock.ts';
import { longDay } from '../lib/french-dates.ts';
import { useMe } from '../lib/me.ts';
import { askPath, FIRST_STEPS_PATH, WAITING_PATH } from '../lib/paths.ts';
import { ListCard } from '../ui/list-card.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { PageSkeleton } from '../ui/skeletons.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import classes from './today-page.module.css';

const RECENT_SHOWN = 6;

function Threads({ threads, time }: { threads: ThreadItem[]; time: 'asked' | 'active' }) {
  const clubs = useClubCards();
  return (
    <ListCard>
      {threads.map((thread) => (
        <ThreadRow key={thread.id} thread={thread} club={clubs.get(thread.clubSlug)} time={time} />
      ))}
    </ListCard>
  );
}

function Answers({ answers }: Pick<Today, 'answers'>) {
  const clubs = useClubCards();
  if (!answers.length) return null;
  return (
    <Section title={answersTitle(answers.length)}>
      <ListCard edge="green">
        {answers.map((answer) => (
          <AnswerRow key={`${answer.thread.id} ${answer.reply.number}`} answer={answer} club={clubs.get(answer.thread.clubSlug)} />
        ))}
      </ListCard>
    </Section>
  );
}

function Waiting({ waiting, waitingCount }: Pick<Today, 'waiting' | 'waitingCount'>) {
  if (!waiting.length)
    return (
      <Section title="Vous savez peut-être">
        <EmptyState
          title="Aucune question sans réponse dans vos clubs"
          text="Et vous, que cherchez-vous&nbsp;? Une clause, un modèle, un retour d’expérience&nbsp;: la question la plus simple a souvent déjà sa réponse dans une commune voisine."
          action={
            <Button component={Link} to={askPath()} variant="filled">
              Poser une question
            </Button>
          }
        />
      </Section>
    );
  return (
    <Section
      title="Vous savez peut-être"
      note="Questions sans réponse dans vos clubs"
      action={waitingCount > waiting.length && <Link to={WAITING_PATH}>Les {waitingCount} questions</Link>}
    >
      <Threads threads={waiting} time="asked" />
    </Section>
  );
}

function FirstClub() {
  const { administrator } = useMe();
  const { data } = useQuery(api.clubs.list.queryOptions());
  if (data && !data.items.length)
    return (
      <EmptyState
        title="Aucun club ne vous est encore ouvert"
        text="Le pilote d’un club ou le référent de votre commune peut vous y inviter&nbsp;: ses questions paraîtront ici."
      />
    );
  return (
    <EmptyState
      title="Entrez dans un premier club"
      text="Urbanisme, marchés publics, ressources humaines… Les questions de vos clubs et les réponses aux vôtres paraîtront ici au fil de la journée."
      action={
        <>
          <Button component={Link} to="/clubs" variant="filled">
            Voir les clubs
          </Button>
          {administrator && (
            <Button component={Link} to={FIRST_STEPS_PATH}>
              Premiers pas du territoire
            </Button>
          )}
        </>
      }
    />
  );
}

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('fr-FR') + text.slice(1);

/** What waits for the person, live. */
export function TodayPage() {
  const { clubs, communes } = useMe();
  const query = useQuery(api.today.today.queryOptions());
  const now = useNow();
  const urgent = useUrgentNeeds();
  const recruiting = useRecruitingNews();
  useForumRealtime();
  useReplacementsRealtime();
  if (query.isPending) return <PageSkeleton />;
  if (!query.data)
    return (
      <Page title="Aujourd’hui">
        <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />
      </Page>
    );
  const { waiting, waitingCount, answers, recent, activity } = query.data;
  // What is in the list above is not told twice.
  const others = recent.filter((thread) => !waiting.some(({ id }) => id === thread.id)).slice(0, RECENT_SHOWN);
  return (
    <Page
      title="Aujourd’hui"
      heading={
        communes.length === 0 && urgent.length > 0
          ? askedHeadline(urgent.length)
          : headline({ urgent: urgent.length, waiting: waitingCount, answers: answers.length, recruiting })
      }
      eyebrow={<span className={classes.date}>{capitalised(longDay(now, now))}</span>}
      aside={clubs.length > 0 && <ClubLife activity={activity} />}
    >
      <WatchMyClubs />
      <WatchAnnouncements />
      <UrgentNeeds />
      <RecruitingTodaySections />
      {clubs.length === 0 ? (
        <div className={classes.first}>
          <FirstClub />
        </div>
      ) : (
        <>
          <Answers answers={answers} />
          <WrittenNow />
          <Waiting waiting={waiting} waitingCount={waitingCount} />
          {others.length > 0 && (
            <Section title="Dernières activités">
              <Threads threads={others} time="active" />
            </Section>
          )}
        </>
      )}
    </Page>
  );
}
