import type { StateChange } from '@beffroi/shared/features/templates/templates.contract';
import { useQuery } from '@tanstack/react-query';
import { typeset } from '../../editor/french-typography.ts';
import { api, problemOf } from '../../lib/api.ts';
import { personLabel } from '../../ui/person-avatar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Section } from '../../ui/section.tsx';
import { ErrorState } from '../../ui/states.tsx';
import classes from './versions.module.css';

const what = ({ from, to, validated }: StateChange): string => {
  if (from === null) return 'Commencé';
  if (to === 'validated') return `Validé, v${validated}`;
  if (to === 'review') return 'Mis en relecture';
  if (to === 'replaced') return 'Déclaré remplacé';
  return from === 'review' ? 'Revenu au brouillon' : 'Version suivante commencée';
};

/** Who decided of a model, and when; the last first. */
export function TrailList({ id }: { id: string }) {
  const query = useQuery(api.templates.trail.queryOptions({ input: { id } }));
  if (query.isError) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  return (
    <Section title="Qui a décidé quoi">
      <ol className={classes.trail}>
        {query.data?.items.map((change) => (
          <li key={change.at}>
            <b>{what(change)}</b>
            <span className={classes.facts}>
              {personLabel(change.by)}
              {change.left && ', ancien membre'} · <RelativeTime at={change.at} />
            </span>
            {change.note && <span>{typeset(`« ${change.note} »`)}</span>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
