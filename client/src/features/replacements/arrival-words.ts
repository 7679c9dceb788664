import { compareHalfDays, HALF_LABEL } from '@beffroi/shared/core/half-days';
import { metierLabel } from '@beffroi/shared/core/public-service/metiers';
import type { Booking, Need } from '@beffroi/shared/features/replacements/replacements.schemas';
import { personLabel } from '../../ui/person-avatar.tsx';
import { dayTitle, hoursOf } from './half-day-words.ts';

const PHONE = /(?:\+33[ .]?|0)[1-9](?:[ .-]?\d{2}){4}/;
const MAIL = /[^\s,;()<>]+@[^\s,;()<>]+\.[a-z]{2,}/i;
const EITHER = new RegExp(`(${PHONE.source}|${MAIL.source})`, 'i');

/** A telephone as a link dials it. */
export const dialled = (phone: string): string => phone.replace(/[^\d+]/g, '');

/** What of a text may be called or written to, each with its link; the rest as it is. */
export const withLinks = (text: string): { text: string; href: string | null }[] =>
  text
    .split(EITHER)
    .filter(Boolean)
    .map((part) => {
      if (MAIL.test(part)) return { text: part, href: `mailto:${part}` };
      return { text: part, href: PHONE.test(part) ? `tel:${dialled(part)}` : null };
    });

/** Who is expected where, when, and how to reach her: ready to be sent to the school. */
export const arrivalMessage = (
  { metier, place, commune }: Pick<Need, 'metier' | 'place' | 'commune'>,
  bookings: readonly Booking[],
): string => {
  const [first] = bookings as [Booking];
  const halfDays = [...bookings]
    .sort(compareHalfDays)
    .map((booking) => `- ${dayTitle(booking.date)} ${HALF_LABEL[booking.half]}, ${hoursOf(booking)}`);
  return [
    'Bonjour,',
    '',
    `${personLabel(first.substitute)} assure le remplacement (${metierLabel(metier)}, ${place})\u00a0:`,
    ...halfDays,
    ...(first.phone ? [`Téléphone\u00a0: ${first.phone}`] : []),
    '',
    `Ressources humaines, ${commune.name}`,
  ].join('\n');
};

/** Where the message goes at a touch: whom the need says to ask for, by what it says of them; the address is left to be chosen otherwise. */
export const waysToTell = ({ contact, place }: Pick<Need, 'contact' | 'place'>, message: string): { label: string; href: string }[] => {
  const phone = PHONE.exec(contact)?.[0] ?? '';
  const mail = MAIL.exec(contact)?.[0] ?? '';
  const body = encodeURIComponent(message);
  return [
    { label: 'Par mail', href: `mailto:${mail}?subject=${encodeURIComponent(`Remplacement, ${place}`)}&body=${body}` },
    { label: 'Par SMS', href: `sms:${dialled(phone)}?body=${body}` },
  ];
};
