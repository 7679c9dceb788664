import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { PersonRow } from '../features/directory/person-row.tsx';
import { ImportPeople } from '../features/invitations/import-people.tsx';
import { InvitationForm } from '../features/invitations/invitation-form.tsx';
import { PendingList } from '../features/invitations/pending-list.tsx';
import { api, problemOf } from '../lib/api.ts';
import { useCommunes } from '../lib/communes.ts';
import { ofPlace } from '../lib/french-of.ts';
import { plural } from '../lib/french-text.ts';
import { useMe } from '../lib/me.ts';
import { ListCard } from '../ui/list-card.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { NotFoundPage } from './not-found-page.tsx';

const usePeople = (commune: string) =>
  useInfiniteQuery(
    api.directory.people.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor, commune }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );

function Agents({ slug }: { slug: string }) {
  const people = usePeople(slug);
  const clubs = useQuery(api.clubs.list.queryOptions()).data?.items ?? [];
  if (people.isPending) return <ListSkeleton rows={6} />;
  if (!people.data) return <ErrorState problem={problemOf(people.error)} retry={() => void people.refetch()} />;
  const found = people.data.pages.flatMap((page) => page.items);
  if (found.length === 0)
    return <EmptyState title="Personne encore" text="Invitez une première personne : elle recevra un lien pour entrer." />;
  return (
    <>
      <ListCard label="Agents">
        {found.map((person) => (
          <PersonRow key={person.id} person={person} clubs={clubs} />
        ))}
      </ListCard>
      <LoadMore hasMore={people.hasNextPage} loading={people.isFetchingNextPage} onMore={() => void people.fetchNextPage()} manual />
    </>
  );
}

/** The people of a commune, for its referents: who is here, who is waited for, and the ways to invite. */
export const CommuneAgentsPage = () => {
  const { slug = '' } = useParams();
  const me = useMe();
  const commune = useCommunes().find((one) => one.slug === slug);
  const own = me.communes.find((one) => one.slug === slug);
  const name = commune?.name ?? own?.name;
  if (!me.administrator && !own?.abilities['agents.manage']) return <NotFoundPage />;
  if (!name) return <ListSkeleton rows={6} />;
  const place = { scope: 'commune', slug, name } as const;
  return (
    <Page
      title={`Agents ${ofPlace(name)}`}
      lead={`Qui entre dans Beffroi pour ${name}.${commune ? ` ${plural(commune.personCount, 'personne', 'personnes')} aujourd’hui.` : ''}`}
    >
      <Section title="Inviter une personne">
        <InvitationForm place={place} />
      </Section>
      <Section title="Inviter plusieurs personnes">
        <ImportPeople place={place} />
      </Section>
      <Section title="Invitations en attente">
        <PendingList place={place} />
      </Section>
      <Section title="Agents">
        <Agents slug={slug} />
      </Section>
    </Page>
  );
};
