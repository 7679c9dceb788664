import type { SubstituteFacts } from '@beffroi/shared/features/substitutes/eligibility';
import { now } from '../../platform/clock.ts';
import { subscribe } from '../../platform/events.ts';
import { objectId } from '../../platform/object-id.ts';
import { substitutesById } from '../substitutes/substitutes.queries.ts';
import { takeFromOffer } from './follow-acts.ts';
import { rangeOf } from './judge.ts';
import { OfferModel, type OfferRecord } from './offer.model.ts';
import { ReplacementModel } from './replacement.model.ts';
import { settleSoon, touchReplacement } from './settle-replacement.ts';
import { tellBarred } from './tell-barred.ts';

/** The half-days of an offer that no longer hold: she left or was barred, does that work no more, or nobody agrees to it any longer. */
const lapsedSlots = (offer: OfferRecord, metier: string | undefined, facts: SubstituteFacts | undefined): OfferRecord['slots'] => {
  if (!facts || !metier || !facts.metiers.includes(metier)) return offer.slots;
  const until = facts.agreedUntil ?? '';
  return offer.slots.filter(({ date }) => date > until);
};

/** Takes back what somebody offered and may not come for any more: its half-days want somebody again. Twice does no harm. */
const followSubstitute = async ({ personId }: { personId: string }): Promise<void> => {
  const offers = await OfferModel.find({ substituteId: personId, until: { $gte: now() } }).lean<OfferRecord[]>();
  if (offers.length === 0) return;
  const [found, needs] = await Promise.all([
    substitutesById([personId], rangeOf([])),
    ReplacementModel.find({ _id: { $in: offers.map(({ replacementId }) => objectId(replacementId)) } }, { metier: 1 }).lean(),
  ]);
  const metiers = new Map(needs.map(({ _id, metier }) => [_id.toHexString(), metier]));
  for (const offer of offers) {
    const { replacementId } = offer;
    const lapsed = lapsedSlots(offer, metiers.get(replacementId), found.get(personId));
    if (lapsed.length === 0) continue;
    // Marked first: whatever happens next, readers hear of what was written.
    await touchReplacement(replacementId);
    await takeFromOffer(replacementId, personId, lapsed);
    const need = await touchReplacement(replacementId);
    if (need) settleSoon(need);
  }
};

/** What needs do when something happens in the pool. */
export const subscribeReplacements = (): void => {
  subscribe('substitutes.substitute.changed', followSubstitute);
  subscribe('substitutes.substitute.changed', tellBarred);
};
