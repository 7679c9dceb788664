import { Checkbox } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, problemOf } from '../../lib/api.ts';
import { plural } from '../../lib/french-text.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { TextSkeleton } from '../../ui/skeletons.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { ComparedText } from './compared-text.tsx';
import classes from './versions.module.css';

interface ComparisonProps {
  id: string;
  from: number;
  to: number | null;
  /** Whether the reader may take the earlier text back. */
  mayRestore: boolean;
  onRestored: () => void;
}

/** What changed from a version to another, and the way back to the earlier one. */
export function Comparison({ id, from, to, mayRestore, onRestored }: ComparisonProps) {
  const cache = useQueryClient();
  const [whole, setWhole] = useState(false);
  const input = { id, from, ...(to !== null && { to }) };
  const query = useQuery({ ...api.templates.comparison.queryOptions({ input }), staleTime: 0 });
  const restore = useMutation(
    api.templates.restoreVersion.mutationOptions({
      onSuccess: () => {
        void cache.invalidateQueries({ queryKey: api.templates.key() });
        onRestored();
      },
    }),
  );
  if (query.isPending) return <TextSkeleton lines={10} />;
  if (!query.data) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  const { blocks, changes } = query.data;
  return (
    <>
      <div className={classes.acts}>
        <p role="status">{changes ? plural(changes, 'passage a changé', 'passages ont changé') : 'Les deux textes sont identiques.'}</p>
        {changes > 0 && (
          <Checkbox label="Tout le texte" checked={whole} onChange={({ currentTarget }) => setWhole(currentTarget.checked)} />
        )}
        {mayRestore && to === null && changes > 0 && (
          <BusyButton busy={restore.isPending} onClick={() => restore.mutate({ id, number: from })}>
            Revenir à ce texte
          </BusyButton>
        )}
      </div>
      {restore.error && <p role="alert">{problemOf(restore.error).detail}</p>}
      {changes > 0 ? (
        <ComparedText blocks={blocks} whole={whole} />
      ) : (
        <EmptyState title="Rien n’a changé" text="Choisissez une autre version à comparer." />
      )}
    </>
  );
}
