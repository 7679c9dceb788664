import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { RichText } from '@beffroi/shared/core/rich-text';
import type { ThreadReading } from '@beffroi/shared/features/attention/thread-reading.contract';
import { ARCHIVED } from '@beffroi/shared/features/clubs/clubs.vocabulary';
import type { ThreadPage } from '@beffroi/shared/features/forum/forum.contract';
import { canCreateThread } from '@beffroi/shared/features/forum/forum.policy';
import type { AnnouncementAudience, ThreadKind } from '@beffroi/shared/features/forum/forum.vocabulary';
import type { Watch } from '@beffroi/shared/features/forum/thread-kinds.contract';
import { readBack } from '../../../platform/written-json.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { readableClub } from '../../clubs/known-clubs.queries.ts';
import { checkReferences } from '../check-references.ts';
import { checkTags } from '../check-tags.ts';
import { presentThread } from '../forum.presenter.ts';
import { getThread } from '../thread-pages.queries.ts';
import { writeThread } from '../write-thread.ts';

/** Where its author stands: she has seen all of it, and will follow what comes. */
const AUTHORS_OWN: ThreadReading = { read: 0, unread: 0, isNew: false, level: 'all', clubLevel: null };

interface NewThread {
  slug: string;
  kind: ThreadKind;
  title: string;
  body: RichText;
  watch?: Watch | undefined;
  audience?: AnnouncementAudience | undefined;
  tags?: string[] | undefined;
  idempotencyKey?: string | undefined;
}

/**
 * Starts a thread in a club. Sent again with the same key, it gives the thread the first sending made.
 * @throws AppError `not-found`, `forbidden`, `invalid-input`
 */
export const createThread = async (actor: Actor, { slug, idempotencyKey, tags = [], ...input }: NewThread): Promise<ThreadPage> => {
  const club = readableClub(actor, slug);
  if (!canCreateThread(actor, club, input.kind)) throw new AppError('forbidden', club.archived ? { detail: ARCHIVED } : {});
  const known = checkTags(tags, club);
  const [author, body] = await Promise.all([personRef(actor.personId), checkReferences(actor, input.body, club.id)]);
  const ofClub = actor.clubs[club.id] !== undefined;
  const written = await writeThread({ ...input, clubId: club.id, author, body, tags: known, idempotencyKey }, { ofClub });
  if ('first' in written) return readBack(await getThread(actor, { id: written.first }));
  return { ...presentThread(actor, written.record, club), replies: { items: [], nextCursor: null }, reading: AUTHORS_OWN };
};
