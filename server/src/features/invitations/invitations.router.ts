import { authed, open } from '../../http/orpc.ts';
import { acceptInvitation } from './commands/accept-invitation.ts';
import { importPeople } from './commands/import-people.ts';
import { invite } from './commands/invite.ts';
import { resendInvitation } from './commands/resend-invitation.ts';
import { revokeInvitation } from './commands/revoke-invitation.ts';
import { listInvitations, readLink } from './invitations.queries.ts';
import { countLinkTry } from './link-limit.ts';
import { planImport } from './plan-import.ts';

export const invitationsRouter = {
  create: authed.invitations.create.handler(({ input, context }) => invite(context.actor, input)),
  list: authed.invitations.list.handler(({ input, context }) => listInvitations(context.actor, input)),
  resend: authed.invitations.resend.handler(({ input, context }) => resendInvitation(context.actor, input.id)),
  revoke: authed.invitations.revoke.handler(({ input, context }) => revokeInvitation(context.actor, input.id)),
  dryRun: authed.invitations.dryRun.handler(async ({ input, context }) => (await planImport(context.actor, input)).plan),
  batch: authed.invitations.batch.handler(({ input, context }) => importPeople(context.actor, input)),
  readLink: open.invitations.readLink.handler(async ({ input, context }) => {
    await countLinkTry(context.address);
    return readLink(context.actor, input.token);
  }),
  acceptLink: open.invitations.acceptLink.handler(async ({ input, context }) => {
    await countLinkTry(context.address);
    return acceptInvitation(context.actor, input, context.openAccount);
  }),
};
