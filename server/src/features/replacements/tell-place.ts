import { compareHalfDays, type TimedHalfDay } from '@beffroi/shared/core/half-days';
import { type PersonRef, personLabel } from '@beffroi/shared/core/person-ref';
import { metierLabel } from '@beffroi/shared/core/public-service/metiers';
import { communeName } from '../directory/territory.queries.ts';
import type { BookingRecord } from './booking.model.ts';
import { PlaceMailModel } from './place-mail.model.ts';
import type { ReplacementRecord } from './replacement.model.ts';
import type { PendingAct } from './replacement-act.model.ts';
import { slotInWords } from './replacement-words.ts';

/** More in a day would be no service to anybody: HR reads that what comes after was not told, and tells it herself. */
const PER_DAY_MAX = 30;
const DAY_MS = 86_400_000;

type Place = Pick<ReplacementRecord, 'metier' | 'place' | 'commune'>;
interface Told {
  booked: boolean;
  substitute: PersonRef;
  slots: readonly TimedHalfDay[];
}

/** The mail's words: who, when, where; no telephone, and not why. */
export const placeMailWords = (
  { metier, place, commune }: Place,
  { booked, substitute, slots }: Told,
): { subject: string; text: string } => {
  const what = `${metierLabel(metier)}, ${place}`;
  const does = booked ? 'assure le remplacement' : 'n’assure plus le remplacement';
  return {
    subject: `${booked ? 'Remplacement' : 'Remplacement annulé'}\u00a0: ${what}`,
    text: [
      'Bonjour,',
      '',
      `${personLabel(substitute)} ${does} (${what})\u00a0:`,
      ...[...slots].sort(compareHalfDays).map((slot) => `- ${slotInWords(slot, slot)}`),
      '',
      `Ressources humaines, ${communeName(commune)}`,
      '',
      '-- ',
      'Vous recevez ce mail parce que les ressources humaines ont indiqué cette adresse comme celle du service à prévenir. N’y répondez pas\u00a0: écrivez-leur.',
    ].join('\n'),
  };
};

/** Lets the service know who comes, or who no longer does, where the need says how to write to it. Done again, it is told once. */
export const tellPlace = async (need: ReplacementRecord, act: PendingAct, bookings: readonly BookingRecord[]): Promise<void> => {
  const [first] = bookings;
  const to = need.placeEmail;
  if (!first || !to) return;
  const since = new Date(act.at.getTime() - DAY_MS);
  const tooMany = (await PlaceMailModel.countDocuments({ to, at: { $gt: since }, tooMany: { $ne: true } })) >= PER_DAY_MAX;
  const { substituteId, substitute } = first;
  const mail = {
    replacementId: need._id.toHexString(),
    substitute,
    to,
    fromName: `${communeName(need.commune)} (Beffroi)`,
    ...placeMailWords(need, { booked: act.action === 'booked', substitute, slots: bookings }),
    at: act.at,
    dueAt: act.at,
    tries: 0,
    ...(tooMany && { tooMany }),
  };
  await PlaceMailModel.updateOne({ _id: `${act._id}.${substituteId}` }, { $setOnInsert: mail }, { upsert: true });
};
