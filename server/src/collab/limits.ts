/** How much of everything a live document, its people and this process may take. */
export interface CollabLimits {
  /** Of one message; an import sends a whole document. */
  messageBytes: number;
  /** Of a document as it is stored. */
  documentBytes: number;
  /** Of one socket in ten seconds. */
  messagesPer10s: number;
  bytesPer10s: number;
  socketsPerPerson: number;
  socketsPerRoom: number;
}

export const MIB = 1024 * 1024;

/** For the application: ten times what quick typing, pasting and whole articles replaced at once need. */
export const COLLAB_LIMITS: CollabLimits = {
  messageBytes: 4 * MIB,
  // Far below the 16 MB a MongoDB document may have: a snapshot is always one.
  documentBytes: 10 * MIB,
  messagesPer10s: 3_000,
  bytesPer10s: 16 * MIB,
  socketsPerPerson: 40,
  socketsPerRoom: 400,
};

/** For the bare room server, which knows nobody. */
export const OPEN_LIMITS: CollabLimits = {
  ...COLLAB_LIMITS,
  messagesPer10s: Number.POSITIVE_INFINITY,
  bytesPer10s: Number.POSITIVE_INFINITY,
  socketsPerPerson: Number.POSITIVE_INFINITY,
  socketsPerRoom: 10_000,
};
