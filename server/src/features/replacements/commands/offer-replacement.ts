import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { HalfDay } from '@beffroi/shared/core/half-days';
import { canOffer, canWithdraw } from '@beffroi/shared/features/replacements/replacements.policy';
import type { Need, Offer, RefusedSlot } from '@beffroi/shared/features/replacements/replacements.schemas';
import { now } from '../../../platform/clock.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { namesSlot } from '../derive-slots.ts';
import { needFor } from '../known-needs.queries.ts';
import { mayComeFor } from '../may-come.ts';
import { OfferModel, type OfferRecord } from '../offer.model.ts';
import { refusal } from '../refusal.ts';
import { presentNeed, presentOffer } from '../replacements.presenter.ts';
import { settleSoon, touchReplacement } from '../settle-replacement.ts';

const NOBODY_WANTED = 'Cette demi-journée n’attend plus personne.';

/** Half-days named that she may not come for, each with its reason. */
const refusedOf = (named: readonly HalfDay[], { eligible, refused }: NonNullable<Need['mine']>): RefusedSlot[] =>
  named
    .filter((slot) => !namesSlot(eligible, slot))
    .map(({ date, half }) => {
      const reason = refused.find((one) => one.date === date && one.half === half)?.reason ?? NOBODY_WANTED;
      return { date, half, by: 'not-eligible', reason };
    });

/**
 * Says which half-days of a need the substitute can come for: all of them or none. Said again, it replaces what she said before;
 * the same said twice is said once.
 * @param slots every half-day still to fill that she may come for, when not given
 * @throws AppError `not-found`, `forbidden` (not in the pool for this métier), `conflict` naming what she may not come for and why
 */
export const offerReplacement = async (actor: Actor, { id, slots }: { id: string; slots?: HalfDay[] | undefined }): Promise<Offer> => {
  const { known, reader } = await needFor(actor, id, canOffer);
  const mine = await mayComeFor(known, reader, slots ?? []);
  const named = slots ?? mine?.eligible ?? [];
  const refused = mine && slots ? refusedOf(slots, mine) : [];
  if (refused.length > 0) throw refusal(refused);
  if (named.length === 0) throw refusal((mine?.refused ?? []).map((one) => ({ ...one, by: 'not-eligible' })));
  const said = known.offers.find(({ substituteId }) => substituteId === actor.personId);
  if (said?.slots.length === named.length && named.every((slot) => namesSlot(said.slots, slot))) return presentOffer(said);
  // Marked first: whatever happens next, readers and HR hear of what was written.
  await touchReplacement(id);
  const substitute = await personRef(actor.personId);
  const offer = await OfferModel.findOneAndUpdate(
    { replacementId: id, substituteId: actor.personId },
    {
      $set: {
        substitute,
        lender: reader.substitute?.employer ?? null,
        slots: named,
        at: now(),
        until: known.need.endsAt,
        unsettled: new Date(),
      },
    },
    { upsert: true, returnDocument: 'after' },
  ).lean<OfferRecord>();
  const need = await touchReplacement(id);
  if (need) settleSoon(need);
  return presentOffer(offer as OfferRecord);
};

/**
 * Takes an offer back; nothing is kept of it. Who is booked already cancels her booking instead.
 * @throws AppError `not-found`, `forbidden`
 */
export const withdrawOffer = async (actor: Actor, id: string): Promise<Need> => {
  const { known, reader } = await needFor(actor, id, canWithdraw);
  await touchReplacement(id);
  await OfferModel.deleteOne({ replacementId: id, substituteId: actor.personId });
  const need = await touchReplacement(id);
  if (!need) throw new AppError('not-found');
  settleSoon(need);
  const left = { ...known, need, offers: known.offers.filter(({ substituteId }) => substituteId !== actor.personId) };
  return presentNeed(left, reader, await mayComeFor(left, reader));
};
