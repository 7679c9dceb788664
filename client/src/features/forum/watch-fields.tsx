import { WATCH_LENGTH, watchSchema } from '@beffroi/shared/features/forum/thread-kinds.contract';
import { Textarea, TextInput } from '@mantine/core';
import classes from './watch-fields.module.css';
import { type WatchTyped, writtenWatch } from './watch-typed.ts';

type WatchRefusals = Partial<Record<keyof WatchTyped, string>>;

/** What was typed as the contract takes it, or what it says of each field. */
export const readWatch = (typed: WatchTyped) => {
  const read = watchSchema.safeParse(writtenWatch(typed));
  if (read.success) return { watch: read.data, refusals: {} as WatchRefusals };
  const refusals: WatchRefusals = {};
  for (const { path, message } of read.error.issues) refusals[path[0] as keyof WatchTyped] ??= message;
  return { watch: null, refusals };
};

interface WatchFieldsProps {
  value: WatchTyped;
  refusals: WatchRefusals;
  onChange: (part: Partial<WatchTyped>) => void;
}

/** The source, the date, whom it concerns and what changes: what one reads first of a legal watch. */
export function WatchFields({ value, refusals, onChange }: WatchFieldsProps) {
  const field = (name: keyof WatchTyped) => ({
    value: value[name],
    error: refusals[name],
    name: `watch.${name}`,
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  });
  return (
    <div className={classes.fields}>
      <TextInput
        label="Texte officiel"
        placeholder="Décret n° 2024-827 du 16 juillet 2024"
        maxLength={WATCH_LENGTH.sourceTitle}
        {...field('sourceTitle')}
      />
      <TextInput
        label="Adresse du texte"
        type="url"
        inputMode="url"
        placeholder="https://www.legifrance.gouv.fr/…"
        maxLength={WATCH_LENGTH.sourceUrl}
        {...field('sourceUrl')}
      />
      <TextInput
        label="Pour qui"
        placeholder="Les communes de moins de 2 000 habitants"
        maxLength={WATCH_LENGTH.audience}
        {...field('audience')}
      />
      <TextInput label="En vigueur le (si la date est connue)" type="date" {...field('effectiveOn')} />
      <Textarea
        className={classes.change ?? ''}
        label="Ce qui change"
        placeholder="En une ou deux phrases, avant et après."
        rows={3}
        maxLength={WATCH_LENGTH.change}
        {...field('change')}
      />
    </div>
  );
}
