import { authed } from '../../http/orpc.ts';
import { freshActor } from '../accounts/accounts.queries.ts';
import { clubTags, getClub, listClubs, listMembers, listRequests } from './clubs.queries.ts';
import { archiveClub, reopenClub } from './commands/archive-club.ts';
import { addMembers, removeMember } from './commands/change-members.ts';
import { addPilot, removePilot } from './commands/change-pilots.ts';
import { decideRequest } from './commands/decide-request.ts';
import { editClub } from './commands/edit-club.ts';
import { joinClub } from './commands/join-club.ts';
import { leaveClub } from './commands/leave-club.ts';
import { openClub } from './commands/open-club.ts';
import { setTags } from './commands/set-tags.ts';

export const clubsRouter = {
  create: authed.clubs.create.handler(async ({ input, context }) => getClub(context.actor, await openClub(context.actor, input))),
  edit: authed.clubs.edit.handler(async ({ input, context }) => {
    await editClub(context.actor, input);
    return getClub(context.actor, input.slug);
  }),
  archive: authed.clubs.archive.handler(async ({ input, context }) => {
    await archiveClub(context.actor, input.slug);
    return getClub(context.actor, input.slug);
  }),
  reopen: authed.clubs.reopen.handler(async ({ input, context }) => {
    await reopenClub(context.actor, input.slug);
    return getClub(context.actor, input.slug);
  }),
  addPilot: authed.clubs.addPilot.handler(async ({ input, context }) => {
    await addPilot(context.actor, input);
    return getClub(await freshActor(context.actor.personId), input.slug);
  }),
  removePilot: authed.clubs.removePilot.handler(async ({ input, context }) => {
    await removePilot(context.actor, input);
    return getClub(await freshActor(context.actor.personId), input.slug);
  }),
  addMembers: authed.clubs.addMembers.handler(({ input, context }) => addMembers(context.actor, input)),
  removeMember: authed.clubs.removeMember.handler(({ input, context }) => removeMember(context.actor, input)),
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
