import { AppError } from '@beffroi/shared/core/errors';
import type { KnownClub } from '../clubs/known-clubs.queries.ts';

/**
 * The tags to write on a thread, each once; none is written as nothing at all, so that the index holds tagged threads only.
 * @throws AppError `invalid-input` for one that is not of the club's list
 */
export const checkTags = (tags: string[], club: KnownClub): string[] | undefined => {
  const known = new Set(club.tags.map(({ slug }) => slug));
  const unknown = tags.findIndex((slug) => !known.has(slug));
  if (unknown >= 0)
    throw new AppError('invalid-input', {
      errors: [{ path: `tags.${unknown}`, message: 'Cette étiquette n’est plus dans la liste du club.' }],
    });
  return tags.length > 0 ? [...new Set(tags)] : undefined;
};
