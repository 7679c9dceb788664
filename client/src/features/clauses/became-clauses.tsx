import { CLAUSE_STATE_LABEL } from '@beffroi/shared/features/clauses/clauses.vocabulary';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { typeset } from '../../editor/french-typography.ts';
import { api } from '../../lib/api.ts';
import { templatePath } from '../../lib/paths.ts';
import { ClauseDialog } from './clause-dialog.tsx';
import classes from './clauses.module.css';

/** Under a resolved question: the articles its answer was proposed in, and the way to propose it in one. */
export function BecameClauses({ threadId }: { threadId: string }) {
  const navigate = useNavigate();
  const [choosing, setChoosing] = useState(false);
  const { data } = useQuery(api.clauses.ofThread.queryOptions({ input: { id: threadId } }));
  if (!data || (!data.items.length && !data.abilities['clause.create'])) return null;
  return (
    <div className={classes.became} data-print={data.items.length === 0 ? 'hidden' : undefined}>
      {data.items.length > 0 && (
        <>
          <p>Cette réponse a été proposée dans&nbsp;:</p>
          <ul>
            {data.items.map(({ id, template, articleId, article, state }) => (
              <li key={id}>
                <Link to={templatePath(template.id, articleId)}>{typeset(article)}</Link> ({typeset(template.title)}),{' '}
                {CLAUSE_STATE_LABEL[state]}
              </li>
            ))}
          </ul>
        </>
      )}
      {data.abilities['clause.create'] && (
        <span data-print="hidden">
          {data.items.length === 0 && 'La réponse retenue vaut pour un modèle\u202f? '}
          <Button size="compact-sm" onClick={() => setChoosing(true)}>
            En faire une clause
          </Button>
        </span>
      )}
      {choosing && (
        <ClauseDialog
          threadId={threadId}
          onClose={() => setChoosing(false)}
          onProposed={({ template, articleId }) => void navigate(templatePath(template.id, articleId))}
        />
      )}
    </div>
  );
}
