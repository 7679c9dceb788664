import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { PAGE_SIZE } from '@beffroi/shared/core/pagination';
import type { TagList } from '@beffroi/shared/features/clubs/club-tags.contract';
import type { Club, ClubCard, Member } from '@beffroi/shared/features/clubs/clubs.contract';
import { canDecideRequests, canSeeCard } from '@beffroi/shared/features/clubs/clubs.policy';
import type { ClubStanding } from '@beffroi/shared/features/clubs/clubs.vocabulary';
import { afterName, encodeNameCursor, unknownCursor } from '../../platform/cursor.ts';
import { objectId } from '../../platform/object-id.ts';
import { PersonModel, type PersonRecord } from '../accounts/person.model.ts';
import { ClubModel, type ClubRecord } from './club.model.ts';
import { presentClub, presentClubCard, presentMember } from './clubs.presenter.ts';
import { readableClub, visibleClub } from './known-clubs.queries.ts';

/** The clubs the person asked to join and that have not answered yet. */
const requestedClubs = async (actor: Actor): Promise<Set<string>> => {
  const person = await PersonModel.findById(objectId(actor.personId), { joinRequests: 1 }).lean();
  return new Set(person?.joinRequests.map(({ clubId }) => clubId));
};

export const standingIn = (actor: Actor, clubId: string, requested: ReadonlySet<string>): ClubStanding =>
  actor.clubs[clubId] ?? (requested.has(clubId) ? 'requested' : 'none');

/** The clubs one may know of; archived ones leave the list, their addresses stay. */
export const listClubs = async (actor: Actor): Promise<{ items: ClubCard[]; nextCursor: null }> => {
  const [clubs, requested] = await Promise.all([
    ClubModel.find({ archivedAt: null }).sort({ order: 1 }).lean<ClubRecord[]>(),
    requestedClubs(actor),
  ]);
  const items = clubs
    .filter((club) => canSeeCard(actor, { id: club._id.toHexString(), access: club.access }))
    .map((club) => presentClubCard(actor, club, standingIn(actor, club._id.toHexString(), requested)));
  return { items, nextCursor: null };
};

const memberFilter = (clubId: string, role?: string) => ({
  memberships: { $elemMatch: { scope: 'club', scopeId: clubId, ...(role && { role }) } },
});

/**
 * A club's card with its charter and pilots.
 * @throws AppError `not-found`
 */
export const getClub = async (actor: Actor, slug: string): Promise<Club> => {
  const known = visibleClub(actor, slug);
  const { id } = known;
  const decides = canDecideRequests(actor, known);
  const [club, pilots, requested, requestCount] = await Promise.all([
    ClubModel.findById(objectId(id)).lean<ClubRecord>(),
    PersonModel.find(memberFilter(id, 'pilot')).sort({ sortKey: 1 }).lean<PersonRecord[]>(),
    requestedClubs(actor),
    decides ? PersonModel.countDocuments({ 'joinRequests.clubId': id }) : null,
  ]);
  if (!club) throw new AppError('not-found');
  return presentClub(actor, club, standingIn(actor, id, requested), pilots, requestCount);
};

/** The tags a club sorts its threads by, in its order. @throws AppError `not-found` */
export const clubTags = async (actor: Actor, slug: string): Promise<TagList> => {
  const { id } = readableClub(actor, slug);
  const club = await ClubModel.findById(objectId(id), { tags: 1, tagsVersion: 1 }).lean<ClubRecord>();
  return { items: (club?.tags ?? []).map((tag) => ({ slug: tag.slug, name: tag.name })), version: club?.tagsVersion ?? 0 };
};

/** How many people a club counts, pilots and guests among them. */
export const countMembers = (clubId: string): Promise<number> => PersonModel.countDocuments(memberFilter(clubId)).exec();

interface PageInput {
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** The two runs of a list of members; a cursor names the one it stopped in. */
const PILOTS = 'pilots';
const OTHERS = 'others';
const RUNS: readonly string[] = [PILOTS, OTHERS];

/** @throws AppError `invalid-input` when the cursor is none of ours */
const splitMemberCursor = (cursor = `${PILOTS}~`) => {
  const at = cursor.indexOf('~');
  const from = RUNS.indexOf(cursor.slice(0, at));
  if (from < 0) throw unknownCursor();
  return { from, cursor: cursor.slice(at + 1) };
};

/** Pilots first, then everyone in alphabetical order: two runs over one index. */
export const listMembers = async (actor: Actor, slug: string, { cursor, limit = PAGE_SIZE }: PageInput) => {
  const club = readableClub(actor, slug);
  const resume = splitMemberCursor(cursor);
  const isPilot = { $elemMatch: { scope: 'club', scopeId: club.id, role: 'pilot' } };
  const found: { run: string; person: PersonRecord }[] = [];
  for (const run of RUNS.slice(resume.from)) {
    const people = await PersonModel.find({
      $and: [
        memberFilter(club.id),
        { memberships: run === PILOTS ? isPilot : { $not: isPilot } },
        run === RUNS[resume.from] ? afterName(resume.cursor) : {},
      ],
    })
      .sort({ sortKey: 1, _id: 1 })
      .limit(limit + 1 - found.length)
      .lean<PersonRecord[]>();
    found.push(...people.map((person) => ({ run, person })));
    if (found.length > limit) break;
  }
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ person }): Member => presentMember(person, club.id)),
    nextCursor: found.length > limit && last ? `${last.run}~${encodeNameCursor(last.person)}` : null,
  };
};

/** Who asks to join, in one page: a pilot decides on a handful at a time. @throws AppError `not-found`, `forbidden` */
export const listRequests = async (actor: Actor, slug: string) => {
  const club = readableClub(actor, slug);
  if (!canDecideRequests(actor, club)) throw new AppError('forbidden');
  const people = await PersonModel.find({ 'joinRequests.clubId': club.id }).lean<PersonRecord[]>();
  const items = people
    .map((person) => ({
      person: presentMember(person, club.id).person,
      at: person.joinRequests.find(({ clubId }) => clubId === club.id)?.at as Date,
    }))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ person, at }) => ({ person, at: at.toISOString() }));
  return { items, nextCursor: null };
};
