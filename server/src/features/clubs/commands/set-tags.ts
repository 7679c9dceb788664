import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Tag, TagList } from '@beffroi/shared/features/clubs/club-tags.contract';
import { canEditTags } from '@beffroi/shared/features/clubs/clubs.policy';
import { fold, wordsOf } from '../../../platform/fold.ts';
import { objectId } from '../../../platform/object-id.ts';
import { ClubModel } from '../club.model.ts';
import { actOnClub } from '../club-acts.ts';
import { clubTags } from '../clubs.queries.ts';
import { readableClub } from '../known-clubs.queries.ts';
import { settleClub } from '../settle-club.ts';

interface NewTags {
  slug: string;
  items: { slug?: string | undefined; name: string }[];
  version: number;
}

const wrong = (path: string, message: string) => new AppError('invalid-input', { errors: [{ path, message }] });

const slugFrom = (name: string, taken: ReadonlySet<string>): string => {
  const base =
    wordsOf(name)
      .join('-')
      .replaceAll(/[^a-z0-9-]/g, '') || 'etiquette';
  let slug = base;
  for (let next = 2; taken.has(slug); next++) slug = `${base}-${next}`;
  return slug;
};

/** The list with a slug for each: kept ones keep theirs, whatever their new name. @throws AppError `invalid-input` */
const withSlugs = (items: NewTags['items'], before: Tag[]): Tag[] => {
  const known = new Set(before.map(({ slug }) => slug));
  const taken = new Set<string>();
  const names = new Set<string>();
  for (const [index, { slug, name }] of items.entries()) {
    if (names.has(fold(name))) throw wrong(`items.${index}.name`, 'Cette étiquette est déjà dans la liste.');
    names.add(fold(name));
    if (slug === undefined) continue;
    if (!known.has(slug) || taken.has(slug)) throw wrong(`items.${index}.slug`, 'Cette étiquette n’est pas de ce club.');
    taken.add(slug);
  }
  return items.map(({ slug, name }) => {
    const own = slug ?? slugFrom(name, taken);
    taken.add(own);
    return { slug: own, name };
  });
};

/**
 * Replaces a club's list of tags. Threads keep a renamed tag; one removed is no longer shown on them.
 * @throws AppError `not-found`, `forbidden`, `invalid-input`, `conflict` with the list as it stands when `version` is not the last
 */
export const setTags = async (actor: Actor, { slug, items, version }: NewTags): Promise<TagList> => {
  const club = readableClub(actor, slug);
  if (!canEditTags(actor, club)) throw new AppError('forbidden');
  const before = await clubTags(actor, slug);
  if (before.version !== version) throw new AppError('conflict', { current: before });
  const tags = withSlugs(items, before.items);
  const act = await actOnClub(actor, 'edit-tags', club, tags.map(({ name }) => name).join(', ') || null);
  const { matchedCount } = await ClubModel.updateOne(
    // A club from before there were tags has no version.
    { _id: objectId(club.id), tagsVersion: version || { $in: [0, null] } },
    { $set: { tags, tagsVersion: version + 1 }, $push: { acts: act } },
  );
  if (matchedCount === 0) throw new AppError('conflict', { current: await clubTags(actor, slug) });
  await settleClub(club.id);
  return { items: tags, version: version + 1 };
};
