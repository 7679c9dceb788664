/** Where the author of something new stands. */
export interface Standing {
  /** She was of the club when she wrote it; false also where that is not known any more. */
  ofClub: boolean;
}

/** Published after each write; carries ids, so that subscribers read the truth as it is when they act. */
declare module '../../platform/events.ts' {
  interface DomainEvents {
    'forum.thread.created': { threadId: string; clubId: string; authorId: string; version: number; audience: string | null } & Standing;
    /** Edited, resolved, deleted or restored. */
    'forum.thread.changed': { threadId: string; clubId: string; version: number; audience: string | null };
    /** What lists show of it moved without its being written: a vote, a reply deleted. */
    'forum.thread.touched': { threadId: string; clubId: string; version: number };
    /** Gone from one club to another; its replies have followed. */
    'forum.thread.moved': { threadId: string; clubId: string; fromClubId: string };
    /** Somebody's text was taken out of sight in the club's name: its author is to be told why. */
    'forum.text.removed': {
      key: string;
      threadId: string;
      clubId: string;
      number: number | null;
      authorId: string;
      byId: string;
      reason: string;
      at: Date;
    };
    /** Somebody took her own text back: no moderation, but what was made of it stands on nothing. */
    'forum.text.withdrawn': { key: string; threadId: string; number: number | null; authorId: string; at: Date };
    'forum.reply.created': { replyId: string; threadId: string; clubId: string; authorId: string; number: number } & Standing;
    /** Edited, deleted or restored. */
    'forum.reply.changed': { replyId: string; threadId: string; clubId: string; version: number };
    /** Whatever readers see of a thread, or of its club's lists, is no longer as it was read; without an id, of any of them. */
    'forum.texts.changed': {
      threadId?: string | undefined;
      clubId?: string | undefined;
      /** How much of its club's lists: nothing, or what shows the thread where it was and where its last activity, at this instant, takes it. */
      lists?: 'same' | { movedTo: number } | undefined;
    };
    /** Someone asks the same, or no longer does. */
    'forum.thread.me-too': { threadId: string; clubId: string; personId: string; asks: boolean };
    'forum.reply.voted': { replyId: string; threadId: string; clubId: string; version: number };
  }
}
