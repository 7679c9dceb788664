declare module '../../platform/events.ts' {
  interface DomainEvents {
    /** Those who animate a club decided that what was reported goes: whoever keeps it takes it out of sight. */
    'moderation.fiche.condemned': { ficheId: string; byId: string; reason: string };
    'moderation.post.condemned': { threadId: string; replyId: string | null; byId: string; reason: string };
  }
}

export {};
