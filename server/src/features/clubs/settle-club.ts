import { recordActs } from '../../platform/audit-trail.ts';
import { now } from '../../platform/clock.ts';
import { publish } from '../../platform/events.ts';
import { logger } from '../../platform/logger.ts';
import { notify } from '../../platform/notify.ts';
import { objectId } from '../../platform/object-id.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { PersonModel } from '../accounts/person.model.ts';
import { ClubModel, type ClubRecord } from './club.model.ts';

const SWEEP_EVERY_MS = 60_000;

type RoleChange = NonNullable<ClubRecord['roleChanges']>[number];

/** What a person is told of a change of her place. */
const TOLD: Record<string, string> = {
  'name-pilot': 'Vous êtes pilote de ce club.',
  'remove-pilot': 'Vous n’êtes plus pilote de ce club, vous en restez membre.',
  'add-member': 'Vous êtes membre de ce club.',
  'remove-member': 'Vous n’êtes plus membre de ce club.',
};

/** In a club one has one role: it is set where she has one, given where she has none. Twice does it once. */
const setRole = async (clubId: string, personId: string, role: string | null): Promise<void> => {
  const _id = objectId(personId);
  const here = { scope: 'club' as const, scopeId: clubId };
  if (role === null) {
    await PersonModel.updateOne({ _id }, { $pull: { memberships: here } });
    return;
  }
  const changed = await PersonModel.updateOne(
    { _id, memberships: { $elemMatch: here } },
    { $set: { 'memberships.$.role': role as 'pilot' } },
  );
  if (changed.matchedCount === 0)
    await PersonModel.updateOne(
      { _id, memberships: { $not: { $elemMatch: here } } },
      { $push: { memberships: { ...here, role: role as 'pilot', since: now() } } },
    );
  await PersonModel.updateOne({ _id }, { $pull: { joinRequests: { clubId } } });
};

const carryOut = async (clubId: string, { _id, personId, role, act, accepted }: RoleChange): Promise<void> => {
  await setRole(clubId, personId, role ?? null);
  await publish('accounts.rights.changed', { personId, clubIds: [clubId] });
  await recordActs([act]);
  const note = role === 'guest' ? 'Vous êtes invité dans ce club.' : TOLD[act.action];
  if (!accepted)
    await notify({ key: `club-role:${_id}`, kind: 'membership', byId: act.by.id, clubId, note, at: act.at, to: { people: [personId] } });
  await publish('clubs.role.changed', { clubId, personId, role: role ?? null, byId: act.by.id, action: act.action });
  await ClubModel.updateOne({ _id: objectId(clubId) }, { $pull: { roleChanges: { _id } } });
};

/** Every commune is told of every new club, but of one that is archived meanwhile. */
const announce = async ({ _id, name, summary, purposes, access, archivedAt }: ClubRecord, byId: string): Promise<void> => {
  const clubId = _id.toHexString();
  if (!archivedAt) {
    // Known here before it is spoken of: another process may have opened it.
    await publish('clubs.club.changed', { clubId });
    await publish('clubs.club.opened', { clubId, byId, name, summary, purposes, access });
  }
  await ClubModel.updateOne({ _id }, { $unset: { announcedBy: 1 } });
};

/** Carries out what was written in a club: roles to change, lines of the audit trail, everyone to tell. Safe to do twice. */
export const settleClub = async (clubId: string): Promise<void> => {
  const club = await ClubModel.findById(objectId(clubId)).lean<ClubRecord>();
  if (!club) return;
  const acts = club.acts ?? [];
  if (acts.length > 0) {
    await publish('clubs.club.changed', { clubId });
    await recordActs(acts);
    for (const { action, by, at } of acts) await publish('clubs.club.administered', { clubId, action, byId: by.id, at });
    await ClubModel.updateOne({ _id: club._id }, { $pull: { acts: { _id: { $in: acts.map(({ _id }) => _id) } } } });
  }
  for (const change of club.roleChanges ?? []) await carryOut(clubId, change);
  if (club.announcedBy) await announce(club, club.announcedBy);
};

const sweep = async (): Promise<void> => {
  const due = { $or: [{ 'acts.0': { $exists: true } }, { 'roleChanges.0': { $exists: true } }, { announcedBy: { $exists: true } }] };
  for (const { _id } of await ClubModel.find(due, { _id: 1 }).lean())
    await settleClub(_id.toHexString()).catch((error: unknown) => logger.error({ err: error }, 'club not settled'));
};

/** Goes on, at start and from time to time, with what a crash interrupted; gives back how to stop. */
export const startSettlingClubs = (): (() => Promise<void>) =>
  startRecurring({ name: 'settle clubs', everyMs: SWEEP_EVERY_MS, work: sweep, atOnce: true });
