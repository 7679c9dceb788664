import { Link, useLocation } from 'react-router';
import classes from './account-frame.module.css';
import { carryEmail } from './carried-email.ts';

/** Leads back to sign-in with the address typed, and with where she was going. */
export const BackToSignIn = ({ email }: { email: string }) => (
  <Link to={{ pathname: '/connexion', search: useLocation().search }} state={carryEmail(email)} className={classes.forgotten}>
    Retour à la connexion
  </Link>
);
