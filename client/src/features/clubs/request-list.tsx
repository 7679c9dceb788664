import { ofPerson } from '@beffroi/shared/core/french-of';
import type { Member } from '@beffroi/shared/features/clubs/clubs.contract';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, problemOf } from '../../lib/api.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { BusyButton } from '../../ui/busy-button.tsx';
import { ListCard, ListRow } from '../../ui/list-card.tsx';
import { PersonAvatar, personLabel } from '../../ui/person-avatar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Section } from '../../ui/section.tsx';
import { requestsOptions } from './clubs.api.ts';
import classes from './member-list.module.css';
import { PersonFacts } from './member-list.tsx';

function Request({ slug, person, at }: { slug: string; person: Member['person']; at: string }) {
  const cache = useQueryClient();
  const announce = useAnnounce();
  const decide = useMutation(
    api.clubs.decideRequest.mutationOptions({
      onSuccess: (_, { decision }) => {
        announce(
          decision === 'accept' ? `${personLabel(person)} est maintenant membre` : `Demande ${ofPerson(personLabel(person))} déclinée`,
        );
        void cache.invalidateQueries({ queryKey: api.clubs.key() });
      },
    }),
  );
  const act = (decision: 'accept' | 'decline') => decide.mutate({ slug, personId: person.id, decision });
  return (
    <ListRow>
      <PersonAvatar person={person} size={34} />
      <div className={classes.words}>
        <h3>{personLabel(person)}</h3>
        <PersonFacts person={person} />
        <p className={classes.facts}>
          demandé <RelativeTime inSentence at={at} />
        </p>
        {decide.error && (
          <p role="alert" className={classes.problem}>
            {problemOf(decide.error).detail}
          </p>
        )}
      </div>
      <div className={classes.decisions}>
        <BusyButton variant="filled" onClick={() => act('accept')} busy={decide.isPending} aria-label={`Accepter ${personLabel(person)}`}>
          Accepter
        </BusyButton>
        <Button
          onClick={() => act('decline')}
          disabled={decide.isPending}
          aria-label={`Décliner la demande ${ofPerson(personLabel(person))}`}
        >
          Décliner
        </Button>
      </div>
    </ListRow>
  );
}

/** Who asks to join, for those who decide; nothing when nobody does. */
export function RequestList({ slug }: { slug: string }) {
  const { data } = useQuery(requestsOptions(slug));
  if (!data?.items.length) return null;
  return (
    <Section title="Demandes à examiner">
      <ListCard>
        {data.items.map(({ person, at }) => (
          <Request key={person.id} slug={slug} person={person} at={at} />
        ))}
      </ListCard>
    </Section>
  );
}
