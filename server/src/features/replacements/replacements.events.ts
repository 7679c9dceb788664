declare module '../../platform/events.ts' {
  interface DomainEvents {
    /** Published, or anything of it, its offers or its bookings changed: readers follow, and in their own rooms the people it concerns. */
    'replacements.replacement.changed': { replacementId: string; version: number; created: boolean; personIds: string[] };
    /** What these people are booked for, or the hours recorded of it, changed. Told again after a crash. */
    'replacements.bookings.changed': { substituteIds: string[] };
    /** These people were asked to come, the first in the fair order first. Told again after a crash. */
    'replacements.asked': { substituteIds: string[]; at: Date };
    /** Needs may be due a wave: whoever sends them may start. */
    'replacements.wave.due': { replacementId: string };
  }
}

export {};
