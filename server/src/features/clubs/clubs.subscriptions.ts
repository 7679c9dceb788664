import { canJoin } from '@beffroi/shared/features/clubs/clubs.policy';
import { now } from '../../platform/clock.ts';
import { subscribe } from '../../platform/events.ts';
import { gathered } from '../../platform/gathered.ts';
import { objectId } from '../../platform/object-id.ts';
import { freshActor } from '../accounts/accounts.queries.ts';
import { countThreads } from '../forum/forum-counts.queries.ts';
import { ClubModel } from './club.model.ts';
import { countMembers } from './clubs.queries.ts';
import { addMember } from './commands/join-club.ts';
import { giveRole } from './give-role.ts';
import { knownClub, refreshClubs } from './known-clubs.queries.ts';
import { recount } from './recount.ts';
import { settleRequests } from './settle-requests.ts';

/** In an open club the first post joins. */
const joinByPosting = async ({ clubId, authorId, ofClub }: { clubId: string; authorId: string; ofClub: boolean }): Promise<void> => {
  if (ofClub) return;
  const club = knownClub(clubId);
  // Elsewhere whoever writes is in already: her rights need not be read.
  if (club?.access === 'open' && canJoin(await freshActor(authorId), club)) await addMember(authorId, clubId);
};

const countAgain = gathered(async (all: readonly { clubId: string }[]): Promise<void> => {
  const clubIds = [...new Set(all.map(({ clubId }) => clubId))];
  await Promise.all(clubIds.map((clubId) => recount(clubId, 'threads', () => countThreads(clubId))));
});

const countMembersAgain = async ({ clubIds }: { clubIds: string[] }): Promise<void> => {
  for (const clubId of clubIds) await recount(clubId, 'members', async () => ({ memberCount: await countMembers(clubId) }));
};

const noteActivity = gathered(async (all: readonly { clubId: string }[]): Promise<void> => {
  const _id = { $in: [...new Set(all.map(({ clubId }) => clubId))].map(objectId) };
  await ClubModel.collection.updateMany({ _id }, { $max: { lastActivityAt: now() } });
});

/** What clubs do when something happens elsewhere. */
export const subscribeClubs = (): void => {
  subscribe('forum.thread.created', joinByPosting);
  subscribe('forum.reply.created', joinByPosting);
  subscribe('forum.thread.created', countAgain);
  subscribe('forum.thread.changed', countAgain);
  subscribe('forum.thread.moved', ({ fromClubId }) => countAgain({ clubId: fromClubId }));
  subscribe('forum.reply.created', noteActivity);
  subscribe('accounts.rights.changed', countMembersAgain);
  subscribe('invitations.club.given', giveRole);
  subscribe('clubs.club.changed', refreshClubs);
  subscribe('clubs.request.changed', ({ personId }) => settleRequests(personId));
};
