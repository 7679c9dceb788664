import type { InvitationLink } from '@beffroi/shared/features/invitations/invitations.contract';
import classes from './invitations.module.css';
import { grantWords } from './pending-list.tsx';

/** Where the link leads: communes and clubs, a line each. */
export const InvitedPlaces = ({ grants }: Pick<InvitationLink, 'grants'>) => (
  <ul className={classes.places} aria-label="Ce qui vous est ouvert">
    {grants.map((grant) => (
      <li key={`${grant.scope} ${grant.slug}`}>{grantWords([grant])}</li>
    ))}
  </ul>
);
