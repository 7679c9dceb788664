import { subscribe } from '../../platform/events.ts';
import { standUp } from './administrators.ts';

/** What this feature does when something happens elsewhere. */
export const subscribeAgents = (): void => {
  subscribe('accounts.administrator.opened', ({ personId }) => standUp(personId));
};
