import type { TrailEntry } from '@beffroi/shared/features/moderation/moderation.contract';
import { TRAIL_KEPT_DAYS } from '@beffroi/shared/features/moderation/moderation.vocabulary';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { typeset } from '../../editor/french-typography.ts';
import { problemOf } from '../../lib/api.ts';
import { clubPath, fichePath, personPath, templatePath, threadPath } from '../../lib/paths.ts';
import { ListCard, ListRow } from '../../ui/list-card.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { PersonAvatar, personLabel } from '../../ui/person-avatar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { trailOptions } from './moderation.api.ts';
import classes from './moderation.module.css';
import { trailSentence } from './trail-sentence.ts';

const linkOf = (slug: string, { target }: TrailEntry): string =>
  target.threadId
    ? threadPath(slug, target.threadId, target.number)
    : target.kind === 'club'
      ? `${clubPath(slug)}/presentation`
      : target.kind === 'template'
        ? templatePath(target.id)
        : target.kind === 'fiche'
          ? fichePath(slug, target.id)
          : personPath(target.id);

/** Everything done in a club’s name, in sentences. */
export function TrailList({ slug }: { slug: string }) {
  const query = useInfiniteQuery(trailOptions(slug));
  if (query.isPending) return <ListSkeleton rows={5} />;
  if (!query.data) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  const entries = query.data.pages.flatMap((page) => page.items);
  if (entries.length === 0)
    return (
      <EmptyState title="Aucune modération" text="Ce que les pilotes épinglent, ferment, déplacent, corrigent ou retirent s’écrit ici." />
    );
  return (
    <>
      <ListCard label="Journal de modération">
        {entries.map((entry) => (
          <ListRow key={entry.id}>
            <PersonAvatar person={entry.by} size={34} />
            <div className={classes.words}>
              <p>
                <b>{personLabel(entry.by)}</b> {typeset(trailSentence(entry))}
              </p>
              <p className={classes.facts}>
                <RelativeTime at={entry.at} /> · <Link to={linkOf(slug, entry)}>Voir</Link>
              </p>
            </div>
          </ListRow>
        ))}
      </ListCard>
      <LoadMore query={query} />
      <p className={classes.note}>Chaque ligne est conservée {TRAIL_KEPT_DAYS} jours&nbsp;; personne ne peut la modifier.</p>
    </>
  );
}
