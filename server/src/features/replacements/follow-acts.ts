import type { HalfDay } from '@beffroi/shared/core/half-days';
import { now } from '../../platform/clock.ts';
import { groupBy } from '../../platform/group-by.ts';
import { notify } from '../../platform/notify.ts';
import { BookingModel, type BookingRecord } from './booking.model.ts';
import { OfferModel, type OfferRecord } from './offer.model.ts';
import type { ReplacementRecord } from './replacement.model.ts';
import type { PendingAct } from './replacement-act.model.ts';
import { aboutNeed, slotsInWords } from './replacement-words.ts';
import { tellLender } from './tell-lender.ts';
import { tellPlace } from './tell-place.ts';

/** Those booked are told before their bookings go: nobody is forgotten when the process dies in between. */
export const followCancellation = async (need: ReplacementRecord, act: PendingAct): Promise<string[]> => {
  if (!act.bookingIds?.length) return [];
  const bookings = await BookingModel.find({ _id: { $in: act.bookingIds } }).lean<BookingRecord[]>();
  const people = groupBy(bookings, ({ substituteId }) => substituteId);
  for (const [substituteId, hers] of people) {
    const herself = substituteId === act.by.id;
    const about = aboutNeed(need);
    const note = [slotsInWords(hers), act.note].filter(Boolean).join('. ');
    const told = { kind: 'replacement-cancelled', byId: act.by.id, about, note, at: act.at } as const;
    await tellLender(need, act, hers);
    await tellPlace(need, act, hers);
    // She called it off herself: the commune is to know. The lender called it off: both are.
    if (!herself) await notify({ ...told, key: `replacement-act:${act._id}:${substituteId}`, to: { people: [substituteId] } });
    if (act.action === 'booking-cancelled') await notify({ ...told, key: `replacement-act:${act._id}:hr`, to: { hr: need.commune } });
    if (herself) await takeFromOffer(need._id.toHexString(), substituteId, hers);
  }
  await BookingModel.deleteMany({ _id: { $in: act.bookingIds } });
  return [...people.keys()];
};

/** Takes half-days out of an offer; one that is left without any goes. */
export const takeFromOffer = async (replacementId: string, substituteId: string, slots: readonly HalfDay[]): Promise<void> => {
  const named = slots.map(({ date, half }) => ({ date, half }));
  await OfferModel.updateOne({ replacementId, substituteId }, { $pull: { slots: { $or: named } } });
  await OfferModel.deleteOne({ replacementId, substituteId, slots: { $size: 0 } });
};

/** Who is booked is told. */
export const tellBooked = async (need: ReplacementRecord, act: PendingAct): Promise<void> => {
  const { _id, by, person, slots, at } = act;
  if (!person) return;
  const key = `replacement-act:${_id}`;
  const note = [slotsInWords(slots, need.slots), need.place, need.contact].filter(Boolean).join('. ');
  await notify({ key, kind: 'replacement-booked', byId: by.id, about: aboutNeed(need), note, at, to: { people: [person.id] } });
  const bookings = await BookingModel.find({ 'group.id': _id }).lean<BookingRecord[]>();
  await tellLender(need, { _id, by, at, action: 'booked' }, bookings);
  await tellPlace(need, act, bookings);
};

/** Where she is to go, or whom to ask for, changed: those booked who have not been there yet are told. */
export const tellChanged = async (need: ReplacementRecord, { _id, by, at, note }: PendingAct): Promise<void> => {
  if (!note) return;
  const replacementId = need._id.toHexString();
  const people: string[] = await BookingModel.distinct('substituteId', { replacementId, endsAt: { $gt: now() } });
  if (people.length === 0) return;
  const key = `replacement-act:${_id}`;
  await notify({ key, kind: 'replacement-changed', byId: by.id, about: aboutNeed(need), note, at, to: { people } });
};

/** The other needs she offered these half-days to: they can count on her no more. */
export const offeredElsewhere = async (need: ReplacementRecord, { person, slots }: PendingAct): Promise<OfferRecord[]> =>
  person
    ? OfferModel.find({
        substituteId: person.id,
        replacementId: { $ne: need._id.toHexString() },
        slots: { $elemMatch: { $or: slots.map(({ date, half }) => ({ date, half })) } },
      }).lean<OfferRecord[]>()
    : [];

/** HR of the commune is told of each new offer, and of each time it becomes another, once. */
export const followOffers = async (need: ReplacementRecord): Promise<void> => {
  const fresh = await OfferModel.find({ replacementId: need._id.toHexString(), unsettled: { $exists: true } }).lean<OfferRecord[]>();
  for (const { _id, substituteId, slots, at, unsettled } of fresh) {
    const key = `replacement-offer:${_id.toHexString()}:${at.getTime()}`;
    const note = slotsInWords(slots, need.slots);
    await notify({ key, kind: 'replacement-offer', byId: substituteId, about: aboutNeed(need), note, at, to: { hr: need.commune } });
    await OfferModel.updateOne({ _id, unsettled: unsettled as Date }, { $unset: { unsettled: 1 } });
  }
};
