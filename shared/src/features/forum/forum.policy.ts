import { type Actor, isAgent } from '../../core/actor.ts';
import { animates, type ClubFacts, canAnnounce, canPost, canRead } from '../clubs/clubs.policy.ts';

/** A deleted text can be taken back for this long. */
export const RESTORE_WITHIN_MS = 24 * 3_600_000;

export interface ThreadFacts {
  club: ClubFacts;
  authorId: string;
  kind: string;
  status?: string;
  /** Of an announcement. */
  audience?: string | null;
  deletedAt?: Date | null;
  deletedBy?: string | null;
  /** Taken out of sight by who animates the club, with a reason. */
  removed?: boolean;
  /** Closed, or linked to the thread that asked the same before. */
  closed?: boolean;
}
export interface ReplyFacts {
  authorId: string;
  parentId?: unknown;
  deletedAt?: Date | null;
  deletedBy?: string | null;
}

/** Who deleted takes it back; what one who animates the club deleted, another may. What its author withdrew is hers alone. */
const mayRestore = (actor: Actor, thing: ReplyFacts, club: ClubFacts): boolean =>
  Boolean(thing.deletedAt) &&
  canRead(actor, club) &&
  (thing.deletedBy === actor.personId || (thing.deletedBy !== thing.authorId && animates(actor, club))) &&
  Date.now() - (thing.deletedAt as Date).getTime() < RESTORE_WITHIN_MS;

/** Every commune is told of every new initiative: what is announced to the territory is heard and read by all its agents. */
export const canHearTerritory = (actor: Actor): boolean => isAgent(actor);

const reaches = (actor: Actor, thread: ThreadFacts): boolean =>
  canRead(actor, thread.club) || (thread.kind === 'announcement' && thread.audience === 'territory' && canHearTerritory(actor));

/** Its author learns why her text was removed, and those who animate the club see what was done in its name. */
export const canSeeRemoval = (actor: Actor, text: { authorId: string }, club: ClubFacts): boolean =>
  text.authorId === actor.personId || animates(actor, club);

/** A deleted thread is seen by those who may take it back, a removed one by its author too (without its text), and by nobody else. */
export const canReadThread = (actor: Actor, thread: ThreadFacts): boolean =>
  reaches(actor, thread) &&
  (!thread.deletedAt || mayRestore(actor, thread, thread.club) || (Boolean(thread.removed) && thread.authorId === actor.personId));

/** Who animates the club announces in its name; all else is for whoever may post. */
export const canCreateThread = (actor: Actor, club: ClubFacts, kind: string): boolean =>
  kind === 'announcement' ? canAnnounce(actor, club) : canPost(actor, club);

/** Its author wrote it: she is no reader of it. */
export const canAcknowledge = (actor: Actor, thread: ThreadFacts): boolean =>
  thread.kind === 'announcement' && !thread.deletedAt && canReadThread(actor, thread) && thread.authorId !== actor.personId;

/** Who has read, by name: for whoever must know whom to tell by other means. Others are told how many. */
export const canSeeReaders = (actor: Actor, thread: ThreadFacts): boolean =>
  thread.kind === 'announcement' && canRead(actor, thread.club) && (thread.authorId === actor.personId || animates(actor, thread.club));

/** Votes, acceptance and corrections go on in a closed thread. */
const canTakePart = (actor: Actor, thread: ThreadFacts): boolean => !thread.deletedAt && canPost(actor, thread.club);

export const canReply = (actor: Actor, thread: ThreadFacts): boolean => !thread.closed && canTakePart(actor, thread);

/** The author edits her text; a pilot keeps the club's texts right. Each version is kept. */
export const canEditThread = (actor: Actor, thread: ThreadFacts): boolean =>
  !thread.deletedAt && canPost(actor, thread.club) && (thread.authorId === actor.personId || animates(actor, thread.club));

/**
 * One takes back one’s own text, also where the club is archived. Another’s is never deleted, only removed, with a reason she is
 * told (`canRemoveThread`): whoever animates the club answers for what is done in its name.
 */
export const canDeleteThread = (actor: Actor, thread: ThreadFacts): boolean =>
  !thread.deletedAt && canRead(actor, thread.club) && thread.authorId === actor.personId;

export const canRestoreThread = (actor: Actor, thread: ThreadFacts): boolean => mayRestore(actor, thread, thread.club);

/** The asker asks already. */
export const canMeToo = (actor: Actor, thread: ThreadFacts): boolean =>
  thread.kind === 'question' && canTakePart(actor, thread) && thread.authorId !== actor.personId;

/** Colleagues invited to answer one question, at most. */
export const INVITED_MAX = 3;

/** The asker, or who animates the club, asks for help while no answer is accepted. */
export const canInvite = (actor: Actor, thread: ThreadFacts): boolean => canAccept(actor, thread) && thread.status !== 'resolved';

/** The asker says what answered her; a pilot may say it in her place. */
export const canAccept = (actor: Actor, thread: ThreadFacts): boolean =>
  thread.kind === 'question' && canTakePart(actor, thread) && (thread.authorId === actor.personId || animates(actor, thread.club));

export const canAcceptReply = (actor: Actor, thread: ThreadFacts, reply: ReplyFacts): boolean =>
  canAccept(actor, thread) && !reply.deletedAt && !reply.parentId;

export const canEditReply = (actor: Actor, thread: ThreadFacts, reply: ReplyFacts): boolean =>
  !reply.deletedAt && canTakePart(actor, thread) && (reply.authorId === actor.personId || animates(actor, thread.club));

export const canDeleteReply = (actor: Actor, thread: ThreadFacts, reply: ReplyFacts): boolean =>
  !reply.deletedAt && !thread.deletedAt && canRead(actor, thread.club) && reply.authorId === actor.personId;

export const canRestoreReply = (actor: Actor, thread: ThreadFacts, reply: ReplyFacts): boolean =>
  !thread.deletedAt && mayRestore(actor, reply, thread.club);

/** One does not find one's own answer useful. */
export const canVote = (actor: Actor, thread: ThreadFacts, reply: ReplyFacts): boolean =>
  !reply.deletedAt && canTakePart(actor, thread) && reply.authorId !== actor.personId;

/** Those who animate a club pin, close and link its threads. */
export const canModerateThread = (actor: Actor, thread: ThreadFacts): boolean => !thread.deletedAt && animates(actor, thread.club);

/** One moves a thread between clubs one animates both. */
export const canMoveThread = (actor: Actor, thread: ThreadFacts, to: ClubFacts): boolean =>
  canModerateThread(actor, thread) && animates(actor, to) && !to.archived;

const animatesAnother = (actor: Actor, club: ClubFacts): boolean =>
  actor.administrator || Object.entries(actor.clubs).some(([id, role]) => id !== club.id && role === 'pilot');

/** Also where the club is archived. Its author is told the reason, and the trail keeps it. */
export const canRemoveThread = (actor: Actor, thread: ThreadFacts): boolean =>
  canModerateThread(actor, thread) && thread.authorId !== actor.personId;

export const canRemoveReply = (actor: Actor, thread: ThreadFacts, reply: ReplyFacts): boolean =>
  canModerateThread(actor, thread) && !reply.deletedAt && reply.authorId !== actor.personId;

/** Whoever reads a text of somebody else may report it, be it the announcement of a club closed to her. */
export const canReportThread = (actor: Actor, thread: ThreadFacts): boolean =>
  !thread.deletedAt && canReadThread(actor, thread) && thread.authorId !== actor.personId;

export const canReportReply = (actor: Actor, thread: ThreadFacts, reply: ReplyFacts): boolean =>
  !thread.deletedAt && !reply.deletedAt && canReadThread(actor, thread) && reply.authorId !== actor.personId;

export const threadAbilities = (actor: Actor, thread: ThreadFacts) => ({
  // Not hers, who reads what a closed club announces to the territory.
  'thread.visit-club': canRead(actor, thread.club),
  'thread.reply': canReply(actor, thread),
  'thread.edit': canEditThread(actor, thread),
  'thread.delete': canDeleteThread(actor, thread),
  'thread.restore': canRestoreThread(actor, thread),
  'thread.me-too': canMeToo(actor, thread),
  'thread.accept': canAccept(actor, thread),
  'thread.invite': canInvite(actor, thread),
  'thread.acknowledge': canAcknowledge(actor, thread),
  'thread.see-readers': canSeeReaders(actor, thread),
  'thread.moderate': canModerateThread(actor, thread),
  'thread.move': canModerateThread(actor, thread) && animatesAnother(actor, thread.club),
  'thread.remove': canRemoveThread(actor, thread),
  'thread.report': canReportThread(actor, thread),
});

export const replyAbilities = (actor: Actor, thread: ThreadFacts, reply: ReplyFacts) => ({
  'reply.edit': canEditReply(actor, thread, reply),
  'reply.delete': canDeleteReply(actor, thread, reply),
  'reply.restore': canRestoreReply(actor, thread, reply),
  'reply.accept': canAcceptReply(actor, thread, reply),
  'reply.vote': canVote(actor, thread, reply),
  'reply.remove': canRemoveReply(actor, thread, reply),
  'reply.report': canReportReply(actor, thread, reply),
});
