import type { ThreadItem } from '@beffroi/shared/features/forum/forum.contract';
import { THREAD_KIND_LABEL, THREAD_STATUS_LABEL } from '@beffroi/shared/features/forum/forum.vocabulary';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { typeset } from '../../editor/french-typography.ts';
import { api } from '../../lib/api.ts';
import { plural } from '../../lib/french-text.ts';
import { threadPath } from '../../lib/paths.ts';
import { ListCard, ListRow } from '../../ui/list-card.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { RowLink } from '../../ui/row-link.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './similar-threads.module.css';

export const SIMILAR_AFTER_MS = 250;
/** Fewer letters resemble everything. */
export const SIMILAR_LENGTH_MIN = 6;

/** Threads close to a title, resolved ones first; while the title is typed, those found last stay until the next are known. */
export const useSimilar = (title: string, club?: string): ThreadItem[] => {
  const [settled] = useDebouncedValue(title.trim(), SIMILAR_AFTER_MS);
  const { data } = useQuery(
    api.forum.similar.queryOptions({
      input: { title: settled.slice(0, 300), club },
      enabled: settled.length >= SIMILAR_LENGTH_MIN,
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    }),
  );
  return settled.length >= SIMILAR_LENGTH_MIN ? (data?.items ?? []) : [];
};

/** Only a question waits for an answer. */
const stateOf = ({ kind, status, duplicate }: ThreadItem): string => {
  if (duplicate) return 'Déjà posée';
  return kind === 'question' ? THREAD_STATUS_LABEL[status] : THREAD_KIND_LABEL[kind];
};

/** The facts of a similar thread, as one reads them beside its title. */
export function SimilarFacts({ thread }: { thread: ThreadItem }) {
  return (
    <p className={classes.facts}>
      <span data-resolved={thread.resolved || undefined}>{stateOf(thread)}</span>
      {thread.replyCount > 0 && <> · {plural(thread.replyCount, 'réponse', 'réponses')}</>} · <RelativeTime at={thread.lastActivityAt} />
    </p>
  );
}

/** « Déjà demandé », beside a thread; nothing where nothing resembles it. */
export function AlreadyAsked({ title, threadId, club }: { title: string; threadId: string; club: string | undefined }) {
  const others = useSimilar(title, club)
    .filter((thread) => thread.id !== threadId)
    .slice(0, 4);
  if (!others.length) return null;
  return (
    <Section title="Déjà demandé">
      <ListCard>
        {others.map((thread) => (
          <ListRow key={thread.id}>
            <div>
              <h3>
                <RowLink to={threadPath(thread.clubSlug, thread.id)}>{typeset(thread.title)}</RowLink>
              </h3>
              <SimilarFacts thread={thread} />
            </div>
          </ListRow>
        ))}
      </ListCard>
    </Section>
  );
}
