import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canPublish, canReadBoard } from '@beffroi/shared/features/replacements/replacements.policy';
import type { Need, NewSlot } from '@beffroi/shared/features/replacements/replacements.schemas';
import type { Urgency } from '@beffroi/shared/features/replacements/replacements.vocabulary';
import { Types } from 'mongoose';
import { now } from '../../../platform/clock.ts';
import { isDuplicate } from '../../../platform/duplicate-key.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { allCommunes } from '../../directory/territory.queries.ts';
import { checkQualification } from '../check-qualification.ts';
import { checkSlots, newSlotRecord, placeInTime, riskOf } from '../need-slots.ts';
import { needTerms } from '../need-terms.ts';
import { readerOf } from '../reader.ts';
import { ReplacementModel, type ReplacementRecord } from '../replacement.model.ts';
import { newAct } from '../replacement-act.model.ts';
import { presentNeed } from '../replacements.presenter.ts';
import { settleSoon } from '../settle-replacement.ts';
import { waveSettings } from '../wave-settings.queries.ts';

export interface NewReplacement {
  commune: string;
  metier: string;
  place: string;
  urgency: Urgency;
  diploma: string | null;
  contact: string;
  placeEmail?: string | undefined;
  note: string;
  slots: NewSlot[];
  idempotencyKey?: string | undefined;
}

const present = async (actor: Actor, need: ReplacementRecord): Promise<Need> =>
  presentNeed({ need, bookings: [], offers: [], asked: false }, await readerOf(actor), null);

const firstSending = (actor: Actor, idempotencyKey: string | undefined) =>
  idempotencyKey ? ReplacementModel.findOne({ 'publishedBy.id': actor.personId, idempotencyKey }).lean<ReplacementRecord>() : null;

/**
 * Publishes a need of a commune; its first wave leaves at once. Sent again with the same key, it gives the one the first sending made.
 * @throws AppError `not-found` (not for guests), `forbidden` (another commune’s HR), `invalid-input`
 */
export const publishReplacement = async (actor: Actor, { idempotencyKey, slots, ...input }: NewReplacement): Promise<Need> => {
  if (!canReadBoard(actor)) throw new AppError('not-found');
  if (!canPublish(actor, input.commune) || !allCommunes().some(({ slug }) => slug === input.commune)) throw new AppError('forbidden');
  checkQualification(input);
  checkSlots(slots, 'slots');
  const at = now();
  const by = await personRef(actor.personId);
  const records = slots.map(newSlotRecord);
  const { riskHours } = await waveSettings();
  const need: ReplacementRecord = {
    _id: new Types.ObjectId(),
    ...input,
    found: needTerms(input),
    slots: records,
    ...placeInTime(records),
    publishedAt: at,
    publishedBy: by,
    cancelledAt: null,
    version: 1,
    editedIn: 1,
    waves: 0,
    told: 0,
    nextWaveAt: at,
    riskAt: riskOf(records, riskHours),
    pendingActs: [newAct({ by, action: 'published', slots: records })],
    unsettled: new Date(),
    ...(idempotencyKey && { idempotencyKey }),
  };
  try {
    await ReplacementModel.create(need);
  } catch (error) {
    const first = isDuplicate(error) ? await firstSending(actor, idempotencyKey) : null;
    if (!first) throw error;
    return present(actor, first);
  }
  settleSoon(need);
  return present(actor, need);
};
