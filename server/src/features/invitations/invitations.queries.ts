import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { PAGE_SIZE } from '@beffroi/shared/core/pagination';
import { canSeeCard } from '@beffroi/shared/features/clubs/clubs.policy';
import type { Invitation, InvitationLink } from '@beffroi/shared/features/invitations/invitations.contract';
import {
  canInvite,
  canInviteSubstitutes,
  canManageInvitation,
  ownClubs,
  ownCommunes,
} from '@beffroi/shared/features/invitations/invitations.policy';
import type { QueryFilter } from 'mongoose';
import { now } from '../../platform/clock.ts';
import { unknownCursor } from '../../platform/cursor.ts';
import { isObjectId, objectId } from '../../platform/object-id.ts';
import { findPerson } from '../accounts/accounts.queries.ts';
import { knownClub, readableClub } from '../clubs/known-clubs.queries.ts';
import { territoryName } from '../directory/territory.queries.ts';
import { abandoned, answeredFor, eachAnsweredFor } from './answered-for.ts';
import { grantFacts, presentGrants } from './grants.ts';
import { InvitationModel, type InvitationRecord, type InvitedMembership } from './invitation.model.ts';
import { personOf } from './invite-address.ts';
import { tokenHash } from './link-token.ts';

/** An invitation adds up what several people give: a club one may not know of is not named to who invited to something else. */
const mayKnow = (actor: Actor, { scope, scopeId }: InvitedMembership): boolean => {
  const club = scope === 'club' ? knownClub(scopeId) : undefined;
  return !club || canSeeCard(actor, club);
};

/** @param answered what somebody who sent it may still give */
export const presentInvitation = (actor: Actor, invitation: InvitationRecord, answered: readonly InvitedMembership[]): Invitation => {
  const { _id, email, name, function: title, memberships, by, at, expiresAt, mailDue, mailedAt } = invitation;
  return {
    id: _id.toHexString(),
    email,
    name,
    function: title,
    grants: presentGrants(memberships.filter((membership) => mayKnow(actor, membership))),
    invitedBy: by.name,
    at: at.toISOString(),
    expiresAt: expiresAt.toISOString(),
    abandoned: answered.length === 0,
    mail: mailedAt ? 'sent' : mailDue ? 'waiting' : 'failed',
    abilities: { 'invitation.manage': canManageInvitation(actor, grantFacts(memberships)) },
  };
};

/** The invitations the actor answers for; null for all of them. */
const remitOf = (actor: Actor): string[] | null =>
  actor.administrator ? null : [...ownCommunes(actor), ...ownClubs(actor), ...(canInviteSubstitutes(actor) ? ['territory'] : [])];

const within = (actor: Actor): QueryFilter<InvitationRecord> => {
  const remit = remitOf(actor);
  return { open: true, ...(remit && { 'memberships.scopeId': { $in: remit } }) };
};

interface ListInput {
  commune?: string | undefined;
  club?: string | undefined;
  territory?: 'territory' | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

const cursorFilter = (cursor: string | undefined): QueryFilter<InvitationRecord> => {
  if (!cursor) return {};
  if (!isObjectId(cursor)) throw unknownCursor();
  return { _id: { $lt: objectId(cursor) } };
};

/** Who is invited and has not come yet, within what the actor answers for. @throws AppError `forbidden`, `not-found` (the club) */
export const listInvitations = async (
  actor: Actor,
  { commune, club, territory, cursor, limit = PAGE_SIZE }: ListInput,
): Promise<{ items: Invitation[]; nextCursor: string | null }> => {
  if (!canInvite(actor) && !canInviteSubstitutes(actor)) throw new AppError('forbidden');
  const place = commune ?? territory ?? (club && readableClub(actor, club).id);
  const conditions = [within(actor), cursorFilter(cursor), ...(place ? [{ 'memberships.scopeId': place }] : [])];
  const found = await InvitationModel.find({ $and: conditions })
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean<InvitationRecord[]>();
  const page = found.slice(0, limit);
  const answered = await eachAnsweredFor(page);
  return {
    items: page.map((invitation, i) => presentInvitation(actor, invitation, answered[i] ?? [])),
    nextCursor: found.length > limit ? (page.at(-1)?._id.toHexString() ?? null) : null,
  };
};

/** An open invitation the actor may resend or revoke. @throws AppError `not-found`, `forbidden` */
export const managedInvitation = async (actor: Actor, id: string): Promise<InvitationRecord> => {
  const invitation = await InvitationModel.findOne({ $and: [{ _id: objectId(id) }, within(actor)] }).lean<InvitationRecord>();
  if (!invitation) throw new AppError('not-found');
  if (!canManageInvitation(actor, grantFacts(invitation.memberships))) throw new AppError('forbidden');
  return invitation;
};

export const spentLink = (): AppError =>
  new AppError('not-found', { detail: 'Ce lien a déjà servi ou n’est plus valable. Demandez une nouvelle invitation.' });

/** @throws AppError `not-found`: spent, revoked, replaced, too old, or never sent; which is not told */
const invitationOfLink = async (token: string): Promise<InvitationRecord> => {
  const invitation = await InvitationModel.findOne({ tokenHash: tokenHash(token), open: true }).lean<InvitationRecord>();
  if (invitation && invitation.expiresAt > now()) return invitation;
  throw spentLink();
};

const ownInvitation = async (actor: Actor | null): Promise<InvitationRecord> => {
  if (!actor) throw new AppError('unauthenticated');
  const { email } = await findPerson(actor.personId);
  const invitation = await InvitationModel.findOne({ email, open: true }).lean<InvitationRecord>();
  if (invitation && invitation.expiresAt > now()) return invitation;
  throw new AppError('not-found', { detail: 'Celle que vous aviez reçue a peut-être déjà servi, expiré ou été retirée.' });
};

/**
 * The invitation of a link, or without one that to the address of who is signed in, with what those who sent it may still give.
 * @throws AppError `not-found` (none, or nobody answers for it any more), `unauthenticated`
 */
export const invitationFor = async (actor: Actor | null, token: string | undefined): Promise<InvitationRecord> => {
  const invitation = await (token === undefined ? ownInvitation(actor) : invitationOfLink(token));
  const memberships = await answeredFor(invitation);
  if (memberships.length === 0) throw abandoned();
  return { ...invitation, memberships };
};

/** What an invitation opens, for the one who holds its link or has its address. @throws AppError `not-found`, `unauthenticated` */
export const readLink = async (actor: Actor | null, token: string | undefined): Promise<InvitationLink> => {
  const { email, name, by, memberships } = await invitationFor(actor, token);
  const hasAccount = (await personOf(email)) !== null;
  return { email, name, invitedBy: by.name, territory: territoryName(), grants: presentGrants(memberships), hasAccount };
};
