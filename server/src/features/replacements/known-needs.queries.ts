import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canReadBoard, canReadReplacement, type ReplacementFacts } from '@beffroi/shared/features/replacements/replacements.policy';
import { objectId } from '../../platform/object-id.ts';
import { BookingModel, type BookingRecord } from './booking.model.ts';
import { OfferModel, type OfferRecord } from './offer.model.ts';
import { type Reader, readerOf } from './reader.ts';
import { ReplacementModel, type ReplacementRecord } from './replacement.model.ts';
import { type KnownNeed, needFacts } from './replacements.presenter.ts';
import { SolicitationModel } from './solicitation.model.ts';

/** Bookings and offers of these needs, by need: two commands. */
export const takenOf = async (ids: string[]) => {
  const ofThese = { replacementId: { $in: ids } };
  const [bookings, offers] = await Promise.all([
    BookingModel.find(ofThese).lean<BookingRecord[]>(),
    OfferModel.find(ofThese).lean<OfferRecord[]>(),
  ]);
  const of = new Map(ids.map((id) => [id, { bookings: [] as BookingRecord[], offers: [] as OfferRecord[] }]));
  for (const booking of bookings) of.get(booking.replacementId)?.bookings.push(booking);
  for (const offer of offers) of.get(offer.replacementId)?.offers.push(offer);
  return of;
};

/** These needs with what has become of them: two commands. */
export const knowNeeds = async (needs: ReplacementRecord[], askedIds: ReadonlySet<string> = new Set()): Promise<KnownNeed[]> => {
  const taken = await takenOf(needs.map(({ _id }) => _id.toHexString()));
  return needs.map((need) => {
    const id = need._id.toHexString();
    return { need, ...(taken.get(id) ?? { bookings: [], offers: [] }), asked: askedIds.has(id) };
  });
};

export interface ReadNeed {
  known: KnownNeed;
  reader: Reader;
}

/** A need as the actor may read it: five commands, whoever she is. @throws AppError `not-found` */
export const readableNeed = async (actor: Actor, id: string): Promise<ReadNeed> => {
  if (!canReadBoard(actor)) throw new AppError('not-found');
  const [need, reader, taken, asked] = await Promise.all([
    ReplacementModel.findById(objectId(id)).lean<ReplacementRecord>(),
    readerOf(actor),
    takenOf([id]),
    SolicitationModel.exists({ replacementId: id, substituteId: actor.personId }),
  ]);
  const known = need && { need, ...(taken.get(id) ?? { bookings: [], offers: [] }), asked: asked !== null };
  if (!known || !canReadReplacement(actor, needFacts(known, reader))) throw new AppError('not-found');
  return { known, reader };
};

/** A need the actor may do this to. @throws AppError `not-found`, `forbidden` */
export const needFor = async (actor: Actor, id: string, may: (actor: Actor, facts: ReplacementFacts) => boolean): Promise<ReadNeed> => {
  const read = await readableNeed(actor, id);
  if (!may(actor, needFacts(read.known, read.reader))) throw new AppError('forbidden');
  return read;
};
