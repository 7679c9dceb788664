import type { Actor } from '@beffroi/shared/core/actor';
import type { ModerationAction } from '@beffroi/shared/features/moderation/moderation.vocabulary';
import { type ModerationAct, newAct } from '../../platform/audit-trail.ts';
import { personRef } from '../accounts/accounts.queries.ts';

/** An act on the club itself, to be written with what it changes; `after` says what, in words. */
export const actOnClub = async (
  actor: Actor,
  action: ModerationAction,
  club: { id: string; name: string },
  after: string | null = null,
): Promise<ModerationAct> =>
  newAct({
    by: await personRef(actor.personId),
    action,
    clubId: club.id,
    target: { kind: 'club', id: club.id, threadId: null, number: null, label: club.name },
    after,
  });

/** An act on somebody's place in a club. */
export const actOnMember = async (
  actor: Pick<Actor, 'personId'>,
  action: ModerationAction,
  clubId: string,
  person: { id: string; name: string },
): Promise<ModerationAct> =>
  newAct({
    by: await personRef(actor.personId),
    action,
    clubId,
    target: { kind: 'person', id: person.id, threadId: null, number: null, label: person.name },
  });
