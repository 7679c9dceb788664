/** Told to the person alone, so that her other devices clear at once. */
export interface AttentionEvents {
  /** She read a thread up to this reply (0: its text). */
  'attention.changed': (event: { threadId: string; read: number }) => void;
  /** She follows a club or a thread otherwise, or cleared a whole club: what she has to read must be counted again. */
  'attention.reset': () => void;
}
