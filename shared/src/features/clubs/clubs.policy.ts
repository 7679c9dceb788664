import { type Actor, type ClubRole, isAgent } from '../../core/actor.ts';
import type { ClubAccess, ClubStanding } from './clubs.vocabulary.ts';

export interface ClubFacts {
  id: string;
  access: ClubAccess;
  /** Nothing is written or joined there any more; what was is still read. */
  archived?: boolean | undefined;
}

const isLive = (club: ClubFacts): boolean => !club.archived;

/** Its pilots keep a club in order, and the administrator in their place. */
export const animates = (actor: Actor, club: ClubFacts): boolean => actor.administrator || actor.clubs[club.id] === 'pilot';

const roleIn = (actor: Actor, club: ClubFacts): ClubRole | undefined => actor.clubs[club.id];

export const isPilot = (actor: Actor, club: ClubFacts): boolean => roleIn(actor, club) === 'pilot';

/** Every agent sees each club's card, invitation-only ones excepted; others see the clubs they were given. */
export const canSeeCard = (actor: Actor, club: ClubFacts): boolean =>
  actor.administrator || roleIn(actor, club) !== undefined || (isAgent(actor) && club.access !== 'invitation');

/** An open club is read by every agent; the others from inside only. */
export const canRead = (actor: Actor, club: ClubFacts): boolean =>
  actor.administrator || roleIn(actor, club) !== undefined || (isAgent(actor) && club.access === 'open');

/** Whoever reads a club may write there: in an open club the first post joins. */
export const canPost = (actor: Actor, club: ClubFacts): boolean => isLive(club) && canRead(actor, club);

/** Who animates the club speaks in its name. */
export const canAnnounce = (actor: Actor, club: ClubFacts): boolean => isLive(club) && animates(actor, club);

/** The list of tags is part of how the club is kept in order. */
export const canEditTags = canAnnounce;

export const canJoin = (actor: Actor, club: ClubFacts): boolean =>
  isLive(club) && isAgent(actor) && club.access === 'open' && roleIn(actor, club) === undefined;

export const canRequest = (actor: Actor, club: ClubFacts, standing: ClubStanding): boolean =>
  isLive(club) && isAgent(actor) && club.access === 'request' && standing === 'none';

/** A pilot first hands the club over; a guest was given his place and leaves it through the one who gave it. */
export const canLeave = (actor: Actor, club: ClubFacts, standing: ClubStanding): boolean =>
  roleIn(actor, club) === 'member' || standing === 'requested';

export const canDecideRequests = canAnnounce;

/** Who animates a club brings people into it, whatever its access. */
export const canInviteTo = canAnnounce;

/** The reports and the audit trail of a club are for those who animate it. */
export const canModerateClub = animates;

export const canCreateClub = (actor: Actor): boolean => actor.administrator;

/** Its pilots keep the club’s card, charter, rhythm and way of joining. */
export const canEditClub = canAnnounce;

/** Its existence, its name and its pilots are the administrator’s: nobody inside changes who answers for it. */
export const canAdministerClub = (actor: Actor, _club: ClubFacts): boolean => actor.administrator;

/** A pilot takes people out, never another pilot. Also where the club is archived: who must not read it any more is taken out. */
export const canRemoveMember = (actor: Actor, club: ClubFacts, role: ClubRole): boolean => animates(actor, club) && role !== 'pilot';

/** What the reader may do with a club; buttons obey these and infer nothing. */
export const clubAbilities = (actor: Actor, club: ClubFacts, standing: ClubStanding) => ({
  'club.read': canRead(actor, club),
  'club.join': canJoin(actor, club),
  'club.request': canRequest(actor, club, standing),
  'club.leave': canLeave(actor, club, standing),
  'club.decide-requests': canDecideRequests(actor, club),
  'club.invite': canInviteTo(actor, club),
  'club.moderate': canModerateClub(actor, club),
  'thread.create': canPost(actor, club),
  'thread.announce': canAnnounce(actor, club),
  'club.edit-tags': canEditTags(actor, club),
  'club.edit': canEditClub(actor, club),
  'club.administer': canAdministerClub(actor, club),
  'club.remove-members': canRemoveMember(actor, club, 'member'),
});
