/** The client at the other end of a connection. */
export interface Peer {
  /** Number of the connection. */
  id: number;
  /** What the client calls itself, once it has introduced itself. */
  appName?: string;
}
