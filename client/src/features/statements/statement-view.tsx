import { ofPlace } from '@beffroi/shared/core/french-of';
import type { Statement } from '@beffroi/shared/features/statements/statements.contract';
import { hoursInWords } from '@beffroi/shared/features/statements/statements.vocabulary';
import { useQuery } from '@tanstack/react-query';
import { api, problemOf } from '../../lib/api.ts';
import { Section } from '../../ui/section.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { monthInWords } from './months.ts';
import { StatementPart } from './statement-part.tsx';
import classes from './statements.module.css';

function Figure({ label, minutes, agreed }: { label: string; minutes: number; agreed: number }) {
  return (
    <div className={classes.figure}>
      <dt>{label}</dt>
      <dd>
        <b>{hoursInWords(agreed)}</b>
        {minutes > agreed && <span>+ {hoursInWords(minutes - agreed)} à confirmer</span>}
      </dd>
    </div>
  );
}

function Totals({ totals }: { totals: Statement['totals'] }) {
  return (
    <dl className={classes.figures}>
      <Figure label="Heures prêtées, confirmées" minutes={totals.lent} agreed={totals.lentAgreed} />
      <Figure label="Heures reçues, confirmées" minutes={totals.received} agreed={totals.receivedAgreed} />
      <div className={classes.figure}>
        <dt>Demi-journées à confirmer</dt>
        <dd>
          <b data-waiting={totals.toConfirm > 0 || undefined}>{totals.toConfirm}</b>
          <span>{totals.toConfirm > 0 ? 'Elles ne comptent pas encore.' : 'Tout est confirmé des deux côtés.'}</span>
        </dd>
      </div>
    </dl>
  );
}

function Parts({ statement }: { statement: Statement }) {
  const { lent, received } = statement;
  return (
    <>
      {received.length > 0 && (
        <Section title="Heures reçues">
          {received.map((part) => (
            <StatementPart
              key={part.partner?.slug ?? 'outside'}
              part={part}
              title={part.partner ? `Agents ${ofPlace(part.partner.name)}` : 'Personnes extérieures, payées directement'}
            />
          ))}
        </Section>
      )}
      {lent.length > 0 && (
        <Section title="Heures prêtées">
          {lent.map((part) => (
            <StatementPart key={part.partner?.slug} part={part} title={`À la commune ${ofPlace(part.partner?.name ?? '')}`} />
          ))}
        </Section>
      )}
    </>
  );
}

/** A month of a commune: its sums, then each half-day and who confirmed it. */
export function StatementView({ slug, month }: { slug: string; month: string }) {
  const query = useQuery(api.statements.get.queryOptions({ input: { slug, month } }));
  if (query.isPending) return <ListSkeleton rows={6} mark={false} />;
  if (!query.data) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  const { lent, received, totals, commune } = query.data;
  if (lent.length + received.length === 0)
    return (
      <EmptyState
        title={`Aucune heure échangée en ${monthInWords(month)}`}
        text={`Les demi-journées faites par des remplaçants à ${commune.name}, et par vos agents ailleurs, s’ajoutent ici dès qu’elles sont passées.`}
      />
    );
  return (
    <>
      <Totals totals={totals} />
      <Parts statement={query.data} />
    </>
  );
}
