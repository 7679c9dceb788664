import type { ThreadItem } from '@beffroi/shared/features/forum/forum.contract';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { typeset } from '../../editor/french-typography.ts';
import { client, problemOf } from '../../lib/api.ts';
import { plural } from '../../lib/french-text.ts';
import { threadPath } from '../../lib/paths.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { BusyButton } from '../../ui/busy-button.tsx';
import { ClubMark } from '../../ui/club-mark.tsx';
import { ListCard, ListRow } from '../../ui/list-card.tsx';
import { Section } from '../../ui/section.tsx';
import { useAttempt, useClubCards } from './forum.api.ts';
import classes from './same-question.module.css';
import { SimilarFacts, useSimilar } from './similar-threads.tsx';

const SHOWN = 5;

function Candidate({ thread }: { thread: ThreadItem }) {
  const club = useClubCards().get(thread.clubSlug);
  const navigate = useNavigate();
  const { attempt, problem, pending } = useAttempt();
  const path = threadPath(thread.clubSlug, thread.id);
  const same = () =>
    attempt({
      act: async () => {
        // One's own question, or a club where one only reads: there is nothing to add, but it is still where the answer is.
        await client.forum.setMeToo({ id: thread.id }).catch((error: unknown) => {
          if (problemOf(error).status !== 403) throw error;
        });
        await navigate(path);
      },
    });
  return (
    <ListRow>
      <div className={classes.candidate}>
        <h3 className={classes.title}>
          {club && <ClubMark mark={club.mark} hue={club.hue} size={20} />}
          <a href={path} target="_blank" rel="noopener" title="Ouvrir dans un nouvel onglet">
            {typeset(thread.title)}
            <span className={classes.unseen}> (nouvel onglet)</span>
          </a>
        </h3>
        <SimilarFacts thread={thread} />
        <p className={classes.excerpt}>{typeset(thread.excerpt)}</p>
        <BusyButton size="compact-sm" onClick={() => void same()} busy={pending}>
          C’est la même question
        </BusyButton>
        {problem && <p role="alert">{problem.detail}</p>}
      </div>
    </ListRow>
  );
}

/** What resembles the title being typed, resolved questions first: the answer may be there already. */
export function SameQuestion({ title }: { title: string }) {
  const similar = useSimilar(title).slice(0, SHOWN);
  const announce = useAnnounce();
  const count = similar.length;
  useEffect(() => {
    if (count) announce(`${plural(count, 'question ressemble', 'questions ressemblent')} à la vôtre`);
  }, [count, announce]);
  if (!count) return null;
  return (
    <div className={classes.same}>
      <Section title="Déjà demandé ?">
        <ListCard>
          {similar.map((thread) => (
            <Candidate key={thread.id} thread={thread} />
          ))}
        </ListCard>
      </Section>
    </div>
  );
}
