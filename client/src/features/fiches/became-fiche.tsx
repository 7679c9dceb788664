import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../../lib/api.ts';
import { fichePath, newFichePath } from '../../lib/paths.ts';
import classes from './fiches.module.css';

/** Above a resolved question: the fiche its answer became, or the way to make it. */
export function BecameFiche({ threadId, clubSlug }: { threadId: string; clubSlug: string }) {
  const { data } = useQuery(api.fiches.ofThread.queryOptions({ input: { id: threadId } }));
  if (data?.fiche)
    return (
      <p className={classes.became}>
        Cette réponse est devenue une fiche du club&nbsp;:{' '}
        <Link to={fichePath(data.fiche.clubSlug, data.fiche.id)}>{data.fiche.title}</Link>
      </p>
    );
  if (!data?.abilities['fiche.create']) return null;
  return (
    <p className={classes.became} data-print="hidden">
      La réponse retenue peut servir à d’autres.
      <Button component={Link} to={newFichePath(clubSlug, threadId)} size="compact-sm">
        En faire une fiche
      </Button>
    </p>
  );
}
