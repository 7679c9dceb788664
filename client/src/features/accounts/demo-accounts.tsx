import type { Problem } from '@beffroi/shared/core/errors';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { FormError } from '../../ui/form-error.tsx';
import { PersonAvatar } from '../../ui/person-avatar.tsx';
import classes from './account-frame.module.css';

/** In demonstration mode, one account for each kind of person, a click away; nothing otherwise. */
export const DemoAccounts = ({ onSignIn }: { onSignIn: (email: string, password: string) => Promise<Problem | null> }) => {
  const accounts = useQuery(api.accounts.demoAccounts.queryOptions()).data?.items ?? [];
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const enter = async (email: string, password: string) => {
    setBusy(true);
    setProblem(await onSignIn(email, password));
    setBusy(false);
  };
  if (accounts.length === 0) return null;
  return (
    <section className={classes.accounts} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">Territoire de démonstration</h2>
      <p>Entrez comme l’une de ces personnes, en un clic.</p>
      <FormError>{problem?.detail}</FormError>
      <ul className={classes.choices}>
        {accounts.map(({ email, password, label, purpose }) => (
          <li key={email}>
            <button type="button" className={classes.choice} disabled={busy} onClick={() => void enter(email, password)}>
              <PersonAvatar person={{ id: email, name: label, commune: null }} size={30} />
              <span>
                <b>{label}</b>
                <span>{purpose}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
