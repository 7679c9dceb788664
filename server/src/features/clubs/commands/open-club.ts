import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { NewClubInput } from '@beffroi/shared/features/clubs/club-admin.contract';
import { canCreateClub } from '@beffroi/shared/features/clubs/clubs.policy';
import { Types } from 'mongoose';
import { now } from '../../../platform/clock.ts';
import { isDuplicate } from '../../../platform/duplicate-key.ts';
import { wordsOf } from '../../../platform/fold.ts';
import { knownPeople } from '../../accounts/accounts.queries.ts';
import { ClubModel } from '../club.model.ts';
import { actOnClub, actOnMember } from '../club-acts.ts';
import { settleClub } from '../settle-club.ts';

const SLUG_MAX = 50;

const slugFrom = (name: string): string =>
  wordsOf(name)
    .join('-')
    .replaceAll(/[^a-z0-9-]/g, '')
    .slice(0, SLUG_MAX)
    .replace(/-+$/, '') || 'club';

const unknownPilot = () =>
  new AppError('invalid-input', { errors: [{ path: 'pilotIds', message: 'L’une de ces personnes n’a pas de compte ouvert.' }] });

/**
 * Opens a club with its first pilots, and announces it to every commune; one write holds all that follows. Two clubs of one name have two addresses.
 * @returns its slug
 * @throws AppError `forbidden`, `invalid-input` (a pilot who is not there)
 */
export const openClub = async (actor: Actor, { pilotIds, ...card }: NewClubInput): Promise<string> => {
  if (!canCreateClub(actor)) throw new AppError('forbidden');
  const wanted = [...new Set(pilotIds)];
  const pilots = await knownPeople(wanted);
  if (pilots.length < wanted.length) throw unknownPilot();
  const _id = new Types.ObjectId();
  const id = _id.toHexString();
  const roleChanges = await Promise.all(
    pilots.map(async ({ ref }) => ({
      _id: new Types.ObjectId().toHexString(),
      personId: ref.id,
      role: 'pilot' as const,
      act: await actOnMember(actor, 'name-pilot', id, ref),
    })),
  );
  const acts = [await actOnClub(actor, 'create-club', { id, name: card.name })];
  const [last] = await ClubModel.find({}, { order: 1 }).sort({ order: -1 }).limit(1).lean();
  const club = { ...card, _id, order: (last?.order ?? 0) + 1, createdAt: now(), acts, roleChanges, announcedBy: actor.personId };
  const base = slugFrom(card.name);
  for (let next = 1; ; next++) {
    const slug = next === 1 ? base : `${base}-${next}`;
    try {
      await ClubModel.create({ ...club, slug });
      await settleClub(id);
      return slug;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
};
