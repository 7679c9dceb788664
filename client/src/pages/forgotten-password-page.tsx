import { useState } from 'react';
import classes from '../features/accounts/account-frame.module.css';
import { AccountFrame } from '../features/accounts/account-frame.tsx';
import { BackToSignIn } from '../features/accounts/back-to-sign-in.tsx';
import { ForgottenPasswordForm } from '../features/accounts/forgotten-password-form.tsx';

export const ForgottenPasswordPage = () => {
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo)
    return (
      <AccountFrame
        title="Regardez votre messagerie"
        text={
          <span role="status">
            Si un compte existe pour <b>{sentTo}</b>, un lien vient d’y être envoyé. Il est valable une heure&nbsp;; pensez aux courriers
            indésirables.
          </span>
        }
      >
        <p className={classes.form}>
          <BackToSignIn email={sentTo} />
        </p>
      </AccountFrame>
    );
  return (
    <AccountFrame title="Mot de passe oublié" text="Indiquez votre adresse&nbsp;: vous recevrez un lien pour en choisir un nouveau.">
      <ForgottenPasswordForm onSent={setSentTo} />
    </AccountFrame>
  );
};
