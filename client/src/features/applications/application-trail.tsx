import { personLabel } from '@beffroi/shared/core/person-ref';
import { APPLICATION_ACT_LABEL } from '@beffroi/shared/features/applications/applications.vocabulary';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { longDate } from '../../lib/french-dates.ts';
import classes from './applications.module.css';

/** What was done with an application and by whom; read when it is asked for. */
export function ApplicationTrail({ id }: { id: string }) {
  const [opened, setOpened] = useState(false);
  const { data } = useQuery(api.applications.trail.queryOptions({ input: { id }, enabled: opened }));
  return (
    <details className={classes.trail} onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>Historique</summary>
      <ol>
        {data?.items.map(({ id: key, at, act, by }) => (
          <li key={key}>
            {APPLICATION_ACT_LABEL[act]}
            {by && `, ${personLabel(by)}`}
            <span className={classes.facts}> · {longDate(at)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
