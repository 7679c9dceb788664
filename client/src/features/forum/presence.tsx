import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { PRESENCE_SHOWN } from '@beffroi/shared/features/forum/forum.events';
import { plural } from '../../lib/french-text.ts';
import { useMe } from '../../lib/me.ts';
import { PersonAvatar, personLabel } from '../../ui/person-avatar.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './presence.module.css';
import { usePresence, useTyping } from './use-live-thread.ts';

/** « En lecture »: who else reads this thread just now. */
export function Readers({ threadId }: { threadId: string }) {
  const { count, people } = usePresence(threadId);
  const { id: me } = useMe();
  // Alone, one knows it.
  if (!people.some((person) => person.id !== me)) return null;
  return (
    <Section title="En lecture">
      <div className={classes.readers}>
        <ul className={classes.avatars}>
          {people.slice(0, PRESENCE_SHOWN).map((person) => (
            <li key={person.id} title={personLabel(person)}>
              <PersonAvatar person={person} size={30} />
              <span className={classes.unseen}>{personLabel(person)}</span>
            </li>
          ))}
        </ul>
        <span>{plural(count, 'personne', 'personnes')} sur ce sujet</span>
      </div>
    </Section>
  );
}

const sentence = (people: PersonRef[]): string => {
  const [first] = people;
  if (!first) return '';
  if (people.length > 2) return `${people.length} personnes écrivent une réponse…`;
  if (people.length === 2) return `${people.map(personLabel).join(' et ')} écrivent une réponse…`;
  return `${personLabel(first)} écrit une réponse…`;
};

/** « Juriste, Saint-Saulve écrit une réponse… »; its line is always there, so that nothing moves when someone begins. */
export function Typing({ threadId }: { threadId: string }) {
  const people = useTyping(threadId);
  const [first] = people;
  return (
    <p className={classes.typing} data-print="hidden">
      {first && (
        <>
          <PersonAvatar person={first} size={22} /> {sentence(people)}
        </>
      )}
    </p>
  );
}
