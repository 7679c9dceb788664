import {
  FOLLOW_LEVEL_LABEL,
  type FollowLevel,
  THREAD_LEVELS,
  type ThreadLevel,
} from '@beffroi/shared/features/attention/attention.vocabulary';
import type { ThreadReading } from '@beffroi/shared/features/attention/thread-reading.contract';
import { useMutation } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { Section } from '../../ui/section.tsx';
import { FollowSelect } from './follow-select.tsx';
import classes from './follow-thread.module.css';

/** What the level in force means, in a sentence. */
const MEANING: Record<FollowLevel, string> = {
  all: 'Chaque réponse vous est signalée.',
  essential: 'Les réponses vous attendent dans le club, sans vous être signalées. Participer à ce sujet le fait suivre.',
  mentions: 'Seules les réponses qui vous mentionnent vous sont signalées.',
  muted: 'Rien de ce sujet ne vous est signalé.',
};

interface FollowThreadProps {
  id: string;
  reading: ThreadReading;
  onChange: (level: ThreadLevel | null) => void;
}

/** How one follows a thread, whatever its club. */
export function FollowThread({ id, reading: { level, clubLevel }, onChange }: FollowThreadProps) {
  const follow = useMutation({
    mutationFn: (chosen: ThreadLevel | null) => client.attention.followThread({ id, level: chosen }),
    onSuccess: (answer) => onChange(answer.level),
  });
  const shown = follow.isPending ? follow.variables : level;
  const inForce = shown ?? clubLevel;
  return (
    <Section title="Suivre ce sujet">
      <FollowSelect
        label="Suivi de ce sujet"
        levels={THREAD_LEVELS}
        value={shown}
        otherwise={clubLevel ? `Comme le club (${FOLLOW_LEVEL_LABEL[clubLevel].toLocaleLowerCase('fr-FR')})` : 'Non suivi'}
        onChange={(chosen) => follow.mutate(chosen)}
        error={follow.error}
      />
      <p className={classes.meaning}>{inForce ? MEANING[inForce] : 'Participer à ce sujet le fait suivre.'}</p>
    </Section>
  );
}
