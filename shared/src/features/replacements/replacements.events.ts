/** What the server tells those who watch the board, and in their own room those who were asked, offered or are booked. */
export interface ReplacementsEvents {
  'replacement.created': (event: { id: string; version: number }) => void;
  /** Its details, half-days, offers or bookings changed. */
  'replacement.updated': (event: { id: string; version: number }) => void;
}
