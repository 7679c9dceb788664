import { REPLACEMENT_ACT_LABEL } from '@beffroi/shared/features/replacements/replacements.vocabulary';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { personLabel } from '../../ui/person-avatar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Section } from '../../ui/section.tsx';
import { halfDaysInWords } from './half-day-words.ts';
import classes from './need-trail.module.css';
import { waveInWords } from './wave-words.ts';

/** What was done about a need, the last first. */
export function NeedTrail({ id }: { id: string }) {
  const { data } = useQuery(api.replacements.trail.queryOptions({ input: { id } }));
  if (!data?.items.length) return null;
  return (
    <Section title="Historique">
      <ol className={classes.trail}>
        {data.items.map(({ at, by, action, slots, person, note, wave }) => (
          <li key={`${at} ${action} ${slots[0]?.date ?? ''}${slots[0]?.half ?? ''}${wave?.number ?? ''}`} data-row>
            <b>{personLabel(by)}</b> {REPLACEMENT_ACT_LABEL[action]}
            {wave && ` ${waveInWords(wave)}`}
            {person && person.id !== by.id && ` (${personLabel(person)})`}
            {slots.length > 0 && ` : ${halfDaysInWords(slots)}`}, <RelativeTime at={at} />
            {note && <q>{note}</q>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
