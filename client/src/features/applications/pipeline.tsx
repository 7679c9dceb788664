import { personLabel } from '@beffroi/shared/core/person-ref';
import type { ApplicationItem } from '@beffroi/shared/features/applications/applications.contract';
import { APPLICATION_STATES, type ApplicationState } from '@beffroi/shared/features/applications/applications.vocabulary';
import { useInfiniteQuery } from '@tanstack/react-query';
import { problemOf } from '../../lib/api.ts';
import { ListCard } from '../../ui/list-card.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { Section } from '../../ui/section.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { ApplicationRow } from './application-row.tsx';
import { applicationsOfOptions } from './applications.api.ts';

const GROUP: Record<ApplicationState, string> = {
  received: 'À lire',
  interview: 'En entretien',
  chosen: 'Retenues',
  declined: 'Non retenues',
  withdrawn: 'Retirées par les candidats',
};

const nameOf = ({ applicant }: ApplicationItem): string => (applicant ? personLabel(applicant) : 'Candidature effacée');

interface PipelineProps {
  vacancyId: string;
  chosen: string | null;
  /** Where one of them is read. */
  pathOf: (id: string) => string;
}

/** Those who applied for a vacancy, by what has become of each. */
export function Pipeline({ vacancyId, chosen, pathOf }: PipelineProps) {
  const query = useInfiniteQuery(applicationsOfOptions(vacancyId));
  if (query.isPending) return <ListSkeleton rows={5} mark={false} />;
  if (!query.data) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  const all = query.data.pages.flatMap(({ items }) => items);
  if (all.length === 0)
    return (
      <EmptyState
        title="Personne n’a encore candidaté"
        text="Chaque candidature arrive ici, avec sa lettre et son CV. Le service RH en est prévenu, et lui seul la lit."
      />
    );
  return (
    <>
      {APPLICATION_STATES.map((state) => {
        const group = all.filter((each) => each.state === state);
        if (group.length === 0) return null;
        return (
          <Section key={state} title={GROUP[state]} note={String(group.length)}>
            <ListCard>
              {group.map((each) => (
                <ApplicationRow
                  key={each.id}
                  application={each}
                  title={nameOf(each)}
                  facts="Reçue"
                  to={pathOf(each.id)}
                  chosen={each.id === chosen}
                />
              ))}
            </ListCard>
          </Section>
        );
      })}
      <LoadMore query={query} />
    </>
  );
}
