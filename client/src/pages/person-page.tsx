import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import classes from '../features/directory/directory.module.css';
import { PersonCardView } from '../features/directory/person-card.tsx';
import { api, problemOf } from '../lib/api.ts';
import { clubPath } from '../lib/paths.ts';
import { ClubMark } from '../ui/club-mark.tsx';
import { ListCard, ListRow } from '../ui/list-card.tsx';
import { Page } from '../ui/page.tsx';
import { personLabel } from '../ui/person-avatar.tsx';
import { Section } from '../ui/section.tsx';
import { PageSkeleton } from '../ui/skeletons.tsx';
import { ErrorState } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { NotFoundPage } from './not-found-page.tsx';

const Clubs = ({ memberships }: { memberships: readonly { slug: string; pilot: boolean }[] }) => {
  const clubs = useQuery(api.clubs.list.queryOptions()).data?.items ?? [];
  const known = memberships.flatMap(({ slug, pilot }) => {
    const club = clubs.find((candidate) => candidate.slug === slug);
    return club ? [{ ...club, pilot }] : [];
  });
  if (known.length === 0) return null;
  return (
    <Section title="Clubs">
      <ListCard>
        {known.map(({ slug, name, mark, hue, pilot }) => (
          <ListRow key={slug}>
            <Link to={clubPath(slug)} className={classes.club}>
              <ClubMark mark={mark} hue={hue} />
              <h3>{name}</h3>
            </Link>
            {pilot && <Tag tone="blue">Pilote</Tag>}
          </ListRow>
        ))}
      </ListCard>
    </Section>
  );
};

export const PersonPage = () => {
  const { id = '' } = useParams();
  const person = useQuery(api.directory.person.queryOptions({ input: { id } }));
  if (person.isPending) return <PageSkeleton />;
  if (person.isError && problemOf(person.error).status === 404) return <NotFoundPage />;
  if (person.isError)
    return (
      <Page title="Annuaire">
        <ErrorState problem={problemOf(person.error)} retry={() => void person.refetch()} />
      </Page>
    );
  return (
    <Page
      title={personLabel({ ...person.data, commune: person.data.communes[0] ?? null })}
      eyebrow={<Link to="/annuaire">Annuaire</Link>}
      aside={person.data.clubs.length > 0 && <Clubs memberships={person.data.clubs} />}
    >
      <PersonCardView person={person.data} />
    </Page>
  );
};
