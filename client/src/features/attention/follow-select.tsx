import { FOLLOW_LEVEL_LABEL, FOLLOW_LEVELS, type FollowLevel } from '@beffroi/shared/features/attention/attention.vocabulary';
import { NativeSelect } from '@mantine/core';
import { problemOf } from '../../lib/api.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { useFollowClub } from './attention.api.ts';
import classes from './follow-select.module.css';

interface FollowSelectProps<Level extends FollowLevel> {
  label: string;
  levels: readonly Level[];
  value: Level | null;
  /** What choosing nothing of one's own means: « Ne pas suivre », « Comme le club ». */
  otherwise?: string | undefined;
  onChange: (level: Level | null) => void;
  error: Error | null;
}

/** How closely one follows something; the browser's own list, which every keyboard and reader knows. */
export function FollowSelect<Level extends FollowLevel>({ label, levels, value, otherwise, onChange, error }: FollowSelectProps<Level>) {
  const announce = useAnnounce();
  const choices = levels.map((level) => ({ value: level as string, label: FOLLOW_LEVEL_LABEL[level] }));
  const change = (level: Level | null) => {
    onChange(level);
    announce(`${label} : ${level ? FOLLOW_LEVEL_LABEL[level] : otherwise}.`);
  };
  return (
    <span className={classes.follow} data-print="hidden">
      <NativeSelect
        aria-label={label}
        size="xs"
        value={value ?? ''}
        data={otherwise ? [{ value: '', label: otherwise }, ...choices] : choices}
        onChange={(event) => change((event.currentTarget.value || null) as Level | null)}
      />
      {error && (
        <span role="alert" className={classes.problem}>
          {problemOf(error).detail}
        </span>
      )}
    </span>
  );
}

/** How one follows a club; for who follows nothing of it yet, an offer to. */
export function FollowClub({ slug, name, level }: { slug: string; name: string; level: FollowLevel | null }) {
  const follow = useFollowClub(slug);
  const shown = follow.isPending ? follow.variables : level;
  return (
    <FollowSelect
      label={`Suivi du club ${name}`}
      levels={FOLLOW_LEVELS}
      value={shown}
      otherwise={shown ? undefined : 'Non suivi'}
      onChange={(chosen) => chosen && follow.mutate(chosen)}
      error={follow.error}
    />
  );
}
