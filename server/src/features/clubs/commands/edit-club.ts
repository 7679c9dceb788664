import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { ClubEdit } from '@beffroi/shared/features/clubs/club-admin.contract';
import { canAdministerClub, canEditClub } from '@beffroi/shared/features/clubs/clubs.policy';
import { ARCHIVED } from '@beffroi/shared/features/clubs/clubs.vocabulary';
import { objectId } from '../../../platform/object-id.ts';
import { ClubModel, type ClubRecord } from '../club.model.ts';
import { actOnClub } from '../club-acts.ts';
import { getClub } from '../clubs.queries.ts';
import { visibleClub } from '../known-clubs.queries.ts';
import { settleClub } from '../settle-club.ts';

const WORDS: Record<string, string> = {
  name: 'nom',
  mark: 'initiales',
  hue: 'couleur',
  summary: 'objet',
  purposes: 'buts',
  audience: 'public',
  firstWorks: 'premiers travaux',
  charter: 'charte',
  rhythm: 'rythme',
  place: 'lieu',
  access: 'mode d’adhésion',
};

/** What differs, in words for the trail; null when nothing does. */
const changedIn = (before: ClubRecord, after: Record<string, unknown>): string | null => {
  const changed = Object.keys(after).filter((field) => JSON.stringify(before[field as keyof ClubRecord]) !== JSON.stringify(after[field]));
  return changed.length > 0 ? changed.map((field) => WORDS[field]).join(', ') : null;
};

/**
 * Edits a club's card; its name, initials and colour are the administrator's. Its address stays, whatever its name.
 * @throws AppError `not-found`, `forbidden`, `conflict` with the club as it stands when `version` is not the last
 */
export const editClub = async (actor: Actor, { slug, version, identity, ...card }: ClubEdit & { slug: string }): Promise<void> => {
  const known = visibleClub(actor, slug);
  if (!canEditClub(actor, known)) throw new AppError('forbidden', known.archived ? { detail: ARCHIVED } : {});
  if (identity && !canAdministerClub(actor, known))
    throw new AppError('forbidden', { detail: 'Le nom, les initiales et la couleur d’un club se changent par l’administration.' });
  const fields = { ...card, ...identity };
  const before = await ClubModel.findById(objectId(known.id)).lean<ClubRecord>();
  const changed = before && changedIn(before, fields);
  const conflict = async () => new AppError('conflict', { current: await getClub(actor, slug) });
  if ((before?.version ?? 0) !== version) throw await conflict();
  if (!changed) return;
  const act = await actOnClub(actor, 'edit-club', { id: known.id, name: identity?.name ?? known.name }, changed);
  const { matchedCount } = await ClubModel.updateOne(
    // A club from before cards were edited has no version.
    { _id: objectId(known.id), version: version || { $in: [0, null] }, archivedAt: null },
    { $set: { ...fields, version: version + 1 }, $push: { acts: act } },
  );
  if (matchedCount === 0) throw await conflict();
  await settleClub(known.id);
};
