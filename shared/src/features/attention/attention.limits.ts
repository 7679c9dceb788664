/** Beyond this one reads « 99+ »: nobody counts further. */
export const UNREAD_SHOWN_MAX = 99;
/** A club left alone this long is visited anew when one comes back. */
export const VISIT_GAP_MS = 30 * 60_000;
