declare module '../../platform/events.ts' {
  interface DomainEvents {
    /** Those who animate a club decided that a reported post goes: the forum takes it out of sight. */
    'moderation.post.condemned': { threadId: string; replyId: string | null; byId: string; reason: string };
  }
}

export {};
