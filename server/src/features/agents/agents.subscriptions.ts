import { type DomainEvents, subscribe } from '../../platform/events.ts';
import { personRef } from '../accounts/accounts.queries.ts';
import { standUp } from './administrators.ts';
import { writeDown } from './agent-act.model.ts';

const writeGiven = async ({ commune, person, byId, entered }: DomainEvents['invitations.commune.given']): Promise<void> => {
  await writeDown({ commune, act: entered ? 'enter' : 'roles', by: await personRef(byId), person });
};

/** What this feature does when something happens elsewhere. */
export const subscribeAgents = (): void => {
  subscribe('invitations.commune.given', writeGiven);
  subscribe('accounts.administrator.opened', ({ personId }) => standUp(personId));
};
