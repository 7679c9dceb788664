/** Socket.IO rooms. Built and read here only, so that no two sides spell one differently. */
export const threadRoom = (threadId: string) => `thread:${threadId}` as const;
export const clubRoom = (slug: string) => `club:${slug}` as const;
export const templateRoom = (templateId: string) => `template:${templateId}` as const;
/** Joined by the server alone when a person connects; never watched on request. */
export const personRoom = (personId: string) => `person:${personId}` as const;

/** The board of replacements: one for the territory. */
export const REPLACEMENTS_ROOM = 'replacements';

/** The vacancies of the territory: one for all. */
export const VACANCIES_ROOM = 'vacancies';

/** What is announced to the whole territory, by whichever club: one for all its agents. */
export const ANNOUNCEMENTS_ROOM = 'announcements';

/** What a commune’s HR sees of the pool: its own agents, and the people from outside. */
export const poolRoom = (slug: string) => `pool:${slug}` as const;

export type WatchableRoom =
  | ReturnType<typeof threadRoom>
  | ReturnType<typeof clubRoom>
  | ReturnType<typeof templateRoom>
  | ReturnType<typeof poolRoom>
  | typeof REPLACEMENTS_ROOM
  | typeof VACANCIES_ROOM
  | typeof ANNOUNCEMENTS_ROOM;

export type RoomKind = 'thread' | 'club' | 'template' | 'pool' | 'replacements' | 'vacancies' | 'announcements';

/** Splits a room a client asks to watch; null when it is none that may be watched. */
export const parseRoom = (room: unknown): { kind: RoomKind; id: string } | null => {
  if (typeof room !== 'string') return null;
  if (room === REPLACEMENTS_ROOM || room === VACANCIES_ROOM || room === ANNOUNCEMENTS_ROOM) return { kind: room, id: '' };
  const match = /^(thread|club|template|pool):([A-Za-z0-9_-]{1,80})$/.exec(room);
  return match ? { kind: match[1] as RoomKind, id: match[2] as string } : null;
};
