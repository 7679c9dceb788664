import type { Actor } from '@beffroi/shared/core/actor';
import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { NOT_FOLLOWED, type Reading } from '@beffroi/shared/features/attention/reading';
import type { Tag } from '@beffroi/shared/features/clubs/club-tags.contract';
import { type ClubFacts, canRead } from '@beffroi/shared/features/clubs/clubs.policy';
import type { Reply, Revision, Thread, ThreadItem } from '@beffroi/shared/features/forum/forum.contract';
import {
  canSeeRemoval,
  type ReplyFacts,
  replyAbilities,
  type ThreadFacts,
  threadAbilities,
} from '@beffroi/shared/features/forum/forum.policy';
import { type KnownClub, knownClub } from '../clubs/known-clubs.queries.ts';
import type { ReplyRecord } from './reply.model.ts';
import type { RevisionRecord } from './revision.model.ts';
import type { ThreadRecord } from './thread.model.ts';

const presentAuthor = ({ id, name, commune }: PersonRef): PersonRef => ({
  id,
  name,
  commune: commune ? { slug: commune.slug, name: commune.name } : null,
});

type FactFields = 'author' | 'kind' | 'status' | 'audience' | 'deletedAt' | 'deletedBy' | 'removal' | 'closure' | 'duplicateOf';

export const isClosed = ({ closure, duplicateOf }: Pick<ThreadRecord, 'closure' | 'duplicateOf'>): boolean =>
  Boolean(closure ?? duplicateOf);

export const threadFacts = (thread: Pick<ThreadRecord, FactFields>, club: KnownClub): ThreadFacts => ({
  club,
  authorId: thread.author.id,
  kind: thread.kind,
  status: thread.status,
  audience: thread.audience ?? null,
  deletedAt: thread.deletedAt,
  deletedBy: thread.deletedBy,
  removed: Boolean(thread.removal),
  closed: isClosed(thread),
});

export const replyFacts = (reply: Pick<ReplyRecord, 'author' | 'parentId' | 'deletedAt' | 'deletedBy'>): ReplyFacts => ({
  authorId: reply.author.id,
  parentId: reply.parentId,
  deletedAt: reply.deletedAt,
  deletedBy: reply.deletedBy,
});

/** The tags of a thread that are still its club's, as the club names them now. */
const tagsOf = ({ tags = [] }: Pick<ThreadRecord, 'tags'>, club: KnownClub): Tag[] =>
  tags.flatMap((slug) => {
    const tag = club.tags.find((one) => one.slug === slug);
    return tag ? [{ slug, name: tag.name }] : [];
  });

/** What every reader of a list is shown of a thread alike. */
export const sharedItem = (thread: ThreadRecord) => ({
  id: thread._id.toHexString(),
  kind: thread.kind,
  title: thread.title,
  excerpt: thread.excerpt,
  author: presentAuthor(thread.author),
  createdAt: thread.createdAt.toISOString(),
  status: thread.status,
  resolved: thread.status === 'resolved',
  replyCount: thread.lastNumber - thread.deletedReplies,
  meTooCount: thread.meTooCount,
  lastActivityAt: thread.lastActivityAt.toISOString(),
  lastReplyBy: thread.lastReplyBy ? presentAuthor(thread.lastReplyBy) : null,
  ...(thread.watch?.effectiveOn && { effectiveOn: thread.watch.effectiveOn }),
  pinned: thread.pinSlot !== undefined,
  closed: isClosed(thread),
  duplicate: Boolean(thread.duplicateOf),
});

/** What its club says of a thread now: it may be renamed without the thread being written. */
const clubFields = (thread: Pick<ThreadRecord, 'tags'>, club: KnownClub) => ({
  clubSlug: club.slug,
  ...(thread.tags && { tags: tagsOf(thread, club) }),
});

/** What depends on the reader, and on the club as it is now. */
export const ownItem = (thread: Pick<ThreadRecord, 'tags'>, club: KnownClub, { unread, isNew }: Reading = NOT_FOLLOWED) => ({
  ...clubFields(thread, club),
  unread,
  isNew,
});

export const presentItem = (thread: ThreadRecord, club: KnownClub, reading?: Reading): ThreadItem => ({
  ...sharedItem(thread),
  ...ownItem(thread, club, reading),
});

const presentRemoval = (
  actor: Actor,
  text: Pick<ThreadRecord | ReplyRecord, 'author' | 'deletedAt' | 'removal'>,
  club: ClubFacts,
): Thread['removal'] =>
  text.deletedAt && text.removal && canSeeRemoval(actor, { authorId: text.author.id }, club)
    ? { by: presentAuthor(text.removal.by), reason: text.removal.reason }
    : null;

const presentClosure = ({ closure }: ThreadRecord): Thread['closure'] =>
  closure ? { at: closure.at.toISOString(), by: presentAuthor(closure.by), reason: closure.reason } : null;

/** The first thread, by its title, for whom may read the club it is in. */
const presentFirst = (actor: Actor, { duplicateOf }: Pick<ThreadRecord, 'duplicateOf'>): Thread['duplicateOf'] => {
  const club = duplicateOf && !duplicateOf.deleted && knownClub(duplicateOf.clubId);
  if (!club || !canRead(actor, club)) return null;
  return { id: duplicateOf.threadId.toHexString(), title: duplicateOf.title, clubSlug: club.slug };
};

/** How many communes ask the same, the asker's counted. */
const communeCount = (thread: ThreadRecord): number =>
  new Set([thread.author.commune?.slug, ...thread.meToo.map(({ commune }) => commune)].filter(Boolean)).size;

/** What every reader of a thread is shown alike. */
export const sharedThread = (thread: ThreadRecord) => {
  const { excerpt: _excerpt, ...item } = sharedItem(thread);
  return {
    ...item,
    body: thread.deletedAt ? null : thread.body,
    watch: thread.deletedAt ? null : (thread.watch ?? null),
    audience: thread.audience ?? null,
    editedAt: thread.editedAt?.toISOString() ?? null,
    editedBy: thread.editedBy ? presentAuthor(thread.editedBy) : null,
    version: thread.version,
    deleted: Boolean(thread.deletedAt),
    closure: presentClosure(thread),
    duplicateCount: thread.duplicateCount ?? 0,
    // Remembered while the accepted reply is deleted, so that undoing the deletion resolves the question again.
    acceptedReplyId: thread.status === 'resolved' ? (thread.acceptedReplyId?.toHexString() ?? null) : null,
    invited: (thread.invitations ?? []).map(({ person }) => presentAuthor(person)),
    communeCount: communeCount(thread),
  };
};

/** A thread as remembered beside its shared part, which alone holds its text. */
export type ThreadFrame = Omit<ThreadRecord, 'body'>;

/** What depends on the reader, and on the club as it is now. */
export const ownThread = (actor: Actor, thread: ThreadFrame, club: KnownClub) => ({
  ...clubFields(thread, club),
  clubId: club.id,
  removal: presentRemoval(actor, thread, club),
  duplicateOf: presentFirst(actor, thread),
  meToo: thread.meToo.some(({ personId }) => personId === actor.personId),
  abilities: threadAbilities(actor, threadFacts(thread, club)),
});

export const presentThread = (actor: Actor, thread: ThreadRecord, club: KnownClub): Thread => ({
  ...sharedThread(thread),
  ...ownThread(actor, thread, club),
});

/** What every reader of a reply is shown alike. */
export const sharedReply = (reply: ReplyRecord) => ({
  id: reply._id.toHexString(),
  threadId: reply.threadId.toHexString(),
  number: reply.number,
  parentId: reply.parentId?.toHexString() ?? null,
  author: presentAuthor(reply.author),
  body: reply.deletedAt ? null : reply.body,
  createdAt: reply.createdAt.toISOString(),
  editedAt: reply.editedAt?.toISOString() ?? null,
  editedBy: reply.editedBy ? presentAuthor(reply.editedBy) : null,
  version: reply.version,
  deleted: Boolean(reply.deletedAt),
  usefulCount: reply.usefulCount,
});

/** A reply as remembered beside its shared part, which alone holds its text. */
export type ReplyFrame = Omit<ReplyRecord, 'body'>;

/** What depends on the reader. */
export const ownReply = (actor: Actor, reply: ReplyFrame, thread: ThreadFacts) => ({
  removal: presentRemoval(actor, reply, thread.club),
  useful: reply.usefulBy.includes(actor.personId),
  abilities: replyAbilities(actor, thread, replyFacts(reply)),
});

export const presentReply = (actor: Actor, reply: ReplyRecord, thread: ThreadFacts): Reply => ({
  ...sharedReply(reply),
  ...ownReply(actor, reply, thread),
});

export const presentRevision = (revision: RevisionRecord): Revision => ({
  version: revision.version,
  title: revision.title,
  body: revision.body,
  watch: revision.watch ?? null,
  author: presentAuthor(revision.author),
  at: revision.at.toISOString(),
});
