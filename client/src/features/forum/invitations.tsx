import type { Thread } from '@beffroi/shared/features/forum/forum.contract';
import { useQuery } from '@tanstack/react-query';
import { api, client } from '../../lib/api.ts';
import { plural } from '../../lib/french-text.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { ListCard, ListRow } from '../../ui/list-card.tsx';
import { PersonAvatar, personLabel } from '../../ui/person-avatar.tsx';
import { Section } from '../../ui/section.tsx';
import { useAttempt, useThreadUpdates } from './forum.api.ts';
import classes from './invitations.module.css';

/** Under a question: who was invited to answer it. */
export function Invited({ thread: { invited } }: { thread: Thread }) {
  if (!invited.length) return null;
  return <p className={classes.invited}>Invité à répondre : {invited.map(personLabel).join(' ; ')}</p>;
}

/** Beside an open question: colleagues who answered such questions before, the least solicited first. */
export function InviteToAnswer({ thread }: { thread: Thread }) {
  const options = api.forum.invitable.queryOptions({ input: { id: thread.id }, staleTime: 60_000 });
  const { data, refetch } = useQuery(options);
  const { setThread } = useThreadUpdates(thread.id);
  const { attempt, problem, pending } = useAttempt();
  if (!data?.items.length) return null;
  const invite = (personId: string) =>
    attempt({
      act: async () => {
        setThread(await client.forum.invite({ id: thread.id, personId }));
        await refetch();
      },
    });
  return (
    <Section title="Qui pourrait répondre">
      <ListCard>
        {data.items.map(({ person, answered, accepted }) => (
          <ListRow key={person.id}>
            <PersonAvatar person={person} />
            <div className={classes.person}>
              <p>{personLabel(person)}</p>
              <p className={classes.facts}>
                {plural(answered, 'réponse', 'réponses')} à des sujets proches
                {accepted > 0 && <> · {plural(accepted, 'retenue', 'retenues')}</>}
              </p>
              <BusyButton
                size="compact-sm"
                busy={pending}
                aria-label={`Inviter ${personLabel(person)} à répondre`}
                onClick={() => void invite(person.id)}
              >
                Inviter à répondre
              </BusyButton>
            </div>
          </ListRow>
        ))}
      </ListCard>
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem.errors?.[0]?.message ?? problem.detail}
        </p>
      )}
    </Section>
  );
}
