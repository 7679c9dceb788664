import type { Need } from '@beffroi/shared/features/replacements/replacements.schemas';
import { plural } from '../../lib/french-text.ts';

/** What a change leaves as it is: « 2 demi-journées sont réservées et 1 personne s’est proposée : un changement n’y touche pas… ». */
export const standingInWords = ({ bookings, offers }: Pick<Need, 'bookings' | 'offers'>): string => {
  const booked = new Set(bookings.map(({ substitute }) => substitute.id));
  const waiting = offers.filter(({ substitute }) => !booked.has(substitute.id)).length;
  const said = [
    ...(bookings.length > 0 ? [plural(bookings.length, 'demi-journée est réservée', 'demi-journées sont réservées')] : []),
    ...(waiting > 0 ? [plural(waiting, 'personne s’est proposée', 'personnes se sont proposées')] : []),
  ];
  const stands = 'Les demi-journées publiées gardent leurs horaires.';
  return said.length > 0 ? `${said.join(' et ')}\u00a0: vos changements n’y touchent pas. ${stands}` : stands;
};
