import type { HalfDay } from '@beffroi/shared/core/half-days';
import type { Need } from '@beffroi/shared/features/replacements/replacements.schemas';
import { substitutesById } from '../substitutes/substitutes.queries.ts';
import { isOpen, namesSlot } from './derive-slots.ts';
import { bookedAround, judge, rangeOf } from './judge.ts';
import type { Reader } from './reader.ts';
import { type KnownNeed, slotsFor } from './replacements.presenter.ts';

/**
 * Which half-days still to fill the reader may come for, and why not the others; null for who is not of the pool, or not for this
 * métier. Two commands for who is.
 * @param said those she says she can come for: then she is available, whatever her calendar says
 */
export const mayComeFor = async (known: KnownNeed, reader: Reader, said: readonly HalfDay[] = []): Promise<Need['mine']> => {
  const { need, offers } = known;
  const { personId } = reader.actor;
  if (!reader.substitute?.metiers.includes(need.metier) || need.cancelledAt) return null;
  const wanted = slotsFor(known, reader).filter((slot) => isOpen(slot) && slot.mine !== 'booked');
  const [found, booked] = await Promise.all([substitutesById([personId], rangeOf(wanted)), bookedAround([personId], wanted)]);
  const facts = found.get(personId);
  if (!facts) return null;
  const offered = offers.find(({ substituteId }) => substituteId === personId)?.slots ?? [];
  // What she named is weighed first, alone: a half-day she did not name must not close one she did.
  const named = wanted.filter((slot) => said.length === 0 || namesSlot(said, slot));
  const judged = judge({ need, slots: named, facts, booked: booked.get(personId) ?? [], said: [...said, ...offered] });
  return {
    eligible: judged.filter(({ eligible }) => eligible).map(({ date, half }) => ({ date, half })),
    refused: judged
      .filter(({ eligible }) => !eligible)
      .map(({ date, half, reasons }) => ({ date, half, reason: reasons.map(({ sentence }) => sentence).join(' ') })),
  };
};
