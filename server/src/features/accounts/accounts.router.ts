import { authed, open } from '../../http/orpc.ts';
import { presentMe } from './accounts.presenter.ts';
import { findPerson } from './accounts.queries.ts';
import { updateProfile } from './commands/update-profile.ts';

export const accountsRouter = {
  me: authed.accounts.me.handler(async ({ context }) => presentMe(await findPerson(context.actor.personId))),
  updateProfile: authed.accounts.updateProfile.handler(({ input, context }) => updateProfile(context.actor, input)),
  demoAccounts: open.accounts.demoAccounts.handler(({ context }) => ({ items: [...context.demoAccounts] })),
};
