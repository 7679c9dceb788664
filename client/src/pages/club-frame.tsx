import type { Visit } from '@beffroi/shared/features/attention/attention.contract';
import type { Club } from '@beffroi/shared/features/clubs/clubs.contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { visitOptions } from '../features/attention/attention.api.ts';
import { FollowClub } from '../features/attention/follow-select.tsx';
import { ClubAside } from '../features/clubs/club-aside.tsx';
import { ClubHeading, ClubLead } from '../features/clubs/club-header.tsx';
import { useForumRealtime } from '../features/forum/forum.realtime.ts';
import { api, problemOf } from '../lib/api.ts';
import { Page } from '../ui/page.tsx';
import { PageSkeleton } from '../ui/skeletons.tsx';
import { ErrorState } from '../ui/states.tsx';
import { NotFoundPage } from './not-found-page.tsx';

interface ClubFrameProps {
  /** Names this page of the club in the browser’s tab. */
  part?: string;
  children: (club: Club, visit: Visit | undefined) => ReactNode;
}

/** What the pages of a club share: its heading, its tabs and who animates it. */
export function ClubFrame({ part, children }: ClubFrameProps) {
  const { slug = '' } = useParams();
  const query = useQuery(api.clubs.get.queryOptions({ input: { slug } }));
  useForumRealtime();
  const mayRead = query.data?.abilities['club.read'] ?? false;
  const visit = useQuery({ ...visitOptions(slug), enabled: mayRead }).data;
  if (query.data) {
    const club = query.data;
    return (
      <Page
        title={part ? `${part}, club ${club.name}` : `Club ${club.name}`}
        heading={<ClubHeading club={club} />}
        lead={
          <ClubLead club={club}>{visit && !club.archivedAt && <FollowClub slug={slug} name={club.name} level={visit.level} />}</ClubLead>
        }
        aside={<ClubAside club={club} />}
      >
        {children(club, visit)}
      </Page>
    );
  }
  if (query.isPending) return <PageSkeleton />;
  const problem = problemOf(query.error);
  if (problem.status === 404) return <NotFoundPage />;
  return (
    <Page title="Club">
      <ErrorState problem={problem} retry={() => void query.refetch()} />
    </Page>
  );
}
