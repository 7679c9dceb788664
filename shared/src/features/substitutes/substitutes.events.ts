/** What the server tells those who watch a commune’s pool. */
export interface SubstitutesEvents {
  /** Somebody entered, left, or changed what she says of herself: who watches reads again. Nobody is named. */
  'pool.changed': () => void;
}
