import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import classes from '../features/accounts/account-frame.module.css';
import { AccountFrame } from '../features/accounts/account-frame.tsx';
import { NewPasswordForm } from '../features/accounts/new-password-form.tsx';

export const ResetPasswordPage = () => {
  const [query] = useSearchParams();
  const [done, setDone] = useState(false);
  const token = query.get('token');
  if (done)
    return (
      <AccountFrame title="C’est fait" text={<span role="status">Votre nouveau mot de passe est enregistré.</span>}>
        <p className={classes.form}>
          <Button component={Link} to="/connexion" variant="filled" h={42}>
            Se connecter
          </Button>
        </p>
      </AccountFrame>
    );
  // better-auth sends back with `error` instead of `token` when the link is spent.
  if (!token)
    return (
      <AccountFrame
        title="Ce lien n’est plus valable"
        text="Il a déjà servi ou date de plus d’une heure. Demandez-en un nouveau, cela prend un instant."
      >
        <p className={classes.form}>
          <Button component={Link} to="/mot-de-passe-oublie" variant="filled" h={42}>
            Recevoir un nouveau lien
          </Button>
        </p>
      </AccountFrame>
    );
  return (
    <AccountFrame title="Nouveau mot de passe" text="Il remplacera l’ancien sur tous vos appareils.">
      <NewPasswordForm token={token} onDone={() => setDone(true)} />
    </AccountFrame>
  );
};
