import type { FollowLevel, ThreadLevel } from './attention.vocabulary.ts';

/** What is kept of a person in a thread: the last reply she saw (0: the text alone; null: nothing), and her level there. */
export interface ThreadMark {
  read: number | null;
  /** Her own replies beyond `read`. */
  own: readonly number[];
  level: ThreadLevel | null;
  /** The last reply that mentions her (0: the text). */
  mentioned: number | null;
  /** When she first took part; what came before counts as read where her club gives no floor. */
  floor: Date | null;
}
/** How she follows the club; what last moved up to `floor` counts as read, so that a newcomer is not met by years of threads. */
export interface ClubFollow {
  level: FollowLevel | null;
  floor: Date | null;
}
export interface ThreadProgress {
  createdAt: Date;
  lastActivityAt: Date;
  lastNumber: number;
  deletedNumbers?: readonly number[] | undefined;
}
export interface Reading {
  /** Replies she has not seen and that are neither deleted nor hers; null where she does not follow. */
  unread: number | null;
  /** Not even its text was seen. */
  isNew: boolean;
  /** The last reply she saw. */
  read: number;
}

export const NOT_FOLLOWED: Reading = { unread: null, isNew: false, read: 0 };

/** A thread's own level wins over its club's. */
export const levelOf = (mark: ThreadMark | undefined, follow: ClubFollow | undefined): FollowLevel | null =>
  mark?.level ?? follow?.level ?? null;

/** Whether a mention of her still waits to be read. */
export const mentionWaits = (mark: ThreadMark | undefined): boolean =>
  mark?.mentioned != null && mark.mentioned > (mark.read ?? -1) && mark.level !== 'muted';

/** Whether all that is new is shown to her: of a club followed for the essential too, whose every reply she is not told of. */
export const SHOWING_ALL: readonly FollowLevel[] = ['all', 'essential'];
export const showsAll = (level: FollowLevel | null): boolean => level !== null && SHOWING_ALL.includes(level);

/** Whether what is new there is shown to her: « mentions seulement » shows a thread while it mentions her. */
export const isShown = (mark: ThreadMark | undefined, follow: ClubFollow | undefined): boolean => {
  const level = levelOf(mark, follow);
  return showsAll(level) || (level !== 'muted' && mentionWaits(mark));
};

/**
 * The last reply she is held to have seen, -1 when not even the text; null when only counting the replies after the floor
 * can tell: a thread she never opened, older than her arrival, that moved since.
 */
export const readUpTo = (thread: ThreadProgress, mark: ThreadMark | undefined, follow: ClubFollow | undefined): number | null => {
  const floor = follow?.floor;
  if (floor && thread.lastActivityAt <= floor) return thread.lastNumber;
  if (mark?.read != null) return mark.read;
  if (floor) return thread.createdAt > floor ? -1 : null;
  // A mention brings her a thread of a club she does not follow.
  if (mark?.mentioned != null) return mark.mentioned - 1;
  return mark?.floor ? null : thread.lastNumber;
};

/** The instant after which replies are new to her, where no number says it. */
export const floorOf = (mark: ThreadMark | undefined, follow: ClubFollow | undefined): Date | null => follow?.floor ?? mark?.floor ?? null;

/** Replies beyond `read` that are there and are not hers. */
export const countUnread = (thread: ThreadProgress, read: number, own: readonly number[]): number => {
  const last = thread.lastNumber;
  const from = Math.max(read, 0);
  if (last <= from) return 0;
  const deleted = thread.deletedNumbers ?? [];
  if (own.length === 0 && deleted.length === 0) return last - from;
  const left = new Set<number>();
  for (const number of own) if (number > from && number <= last) left.add(number);
  for (const number of deleted) if (number > from && number <= last) left.add(number);
  return last - from - left.size;
};

/** What a list says of a thread followed, read up to there. */
export const readingFrom = (thread: ThreadProgress, read: number, own: readonly number[]): Reading => ({
  unread: countUnread(thread, read, own),
  isNew: read < 0,
  read: Math.max(read, 0),
});

/** Whether anything waits to be read. */
export const waits = ({ unread, isNew }: Pick<Reading, 'unread' | 'isNew'>): boolean => isNew || (unread ?? 0) > 0;
