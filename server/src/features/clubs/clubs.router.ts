import { authed } from '../../http/orpc.ts';
import { freshActor } from '../accounts/accounts.queries.ts';
import { clubTags, getClub, listClubs, listMembers, listRequests } from './clubs.queries.ts';
import { decideRequest } from './commands/decide-request.ts';
import { joinClub } from './commands/join-club.ts';
import { leaveClub } from './commands/leave-club.ts';
import { setTags } from './commands/set-tags.ts';

export const clubsRouter = {
  list: authed.clubs.list.handler(({ context }) => listClubs(context.actor)),
  get: authed.clubs.get.handler(({ input, context }) => getClub(context.actor, input.slug)),
  members: authed.clubs.members.handler(({ input, context }) => listMembers(context.actor, input.slug, input)),
  join: authed.clubs.join.handler(async ({ input, context }) => {
    await joinClub(context.actor, input.slug);
    return getClub(await freshActor(context.actor.personId), input.slug);
  }),
  leave: authed.clubs.leave.handler(async ({ input, context }) => {
    await leaveClub(context.actor, input.slug);
    return getClub(await freshActor(context.actor.personId), input.slug);
  }),
  tags: authed.clubs.tags.handler(({ input, context }) => clubTags(context.actor, input.slug)),
  setTags: authed.clubs.setTags.handler(({ input, context }) => setTags(context.actor, input)),
  requests: authed.clubs.requests.handler(({ input, context }) => listRequests(context.actor, input.slug)),
  decideRequest: authed.clubs.decideRequest.handler(({ input, context }) => decideRequest(context.actor, input)),
};
