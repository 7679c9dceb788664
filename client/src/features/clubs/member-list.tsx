import type { Member } from '@beffroi/shared/features/clubs/clubs.contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { problemOf } from '../../lib/api.ts';
import { personPath } from '../../lib/paths.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { ListCard, ListRow } from '../../ui/list-card.tsx';
import { PersonAvatar, personLabel } from '../../ui/person-avatar.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { membersOptions } from './clubs.api.ts';
import classes from './member-list.module.css';
import { RemoveMember } from './remove-member.tsx';

const ROLE: Record<Member['role'], string | null> = { pilot: 'Pilote', guest: 'Invité', member: null };

/** What is known of a person beside her name: her function where the name does not say it, and what she knows well. */
export function PersonFacts({ person }: { person: Member['person'] }) {
  const facts = [person.name.startsWith(person.function) ? '' : person.function, person.expertise.join(', ')].filter(Boolean);
  return facts.length ? <p className={classes.facts}>{facts.join(' · ')}</p> : null;
}

/** The members, pilots first. */
export function MemberList({ slug, mayRemove = false }: { slug: string; mayRemove?: boolean }) {
  const query = useInfiniteQuery(membersOptions(slug));
  if (query.isPending) return <ListSkeleton rows={8} />;
  if (!query.data) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  const members = query.data.pages.flatMap((page) => page.items);
  return (
    <>
      <ListCard label="Membres">
        {members.map(({ person, role }) => (
          <ListRow key={person.id}>
            <PersonAvatar person={person} size={34} />
            <div className={classes.words}>
              <h3>
                <Link className={classes.name} to={personPath(person.id)}>
                  {personLabel(person)}
                </Link>
              </h3>
              <PersonFacts person={person} />
            </div>
            {ROLE[role] && <Tag tone={role === 'pilot' ? 'blue' : 'neutral'}>{ROLE[role]}</Tag>}
            {mayRemove && role !== 'pilot' && <RemoveMember slug={slug} person={person} />}
          </ListRow>
        ))}
      </ListCard>
      {query.hasNextPage && (
        <div className={classes.more}>
          <BusyButton onClick={() => void query.fetchNextPage()} busy={query.isFetchingNextPage}>
            Afficher la suite
          </BusyButton>
        </div>
      )}
    </>
  );
}
