import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canEditReplacement } from '@beffroi/shared/features/replacements/replacements.policy';
import type { Need, NewSlot } from '@beffroi/shared/features/replacements/replacements.schemas';
import type { Urgency } from '@beffroi/shared/features/replacements/replacements.vocabulary';
import { alone } from '../../../platform/alone.ts';
import { now } from '../../../platform/clock.ts';
import { objectId } from '../../../platform/object-id.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { checkQualification } from '../check-qualification.ts';
import { needFor, type ReadNeed } from '../known-needs.queries.ts';
import { checkSlots, newSlotRecord, placeInTime, riskOf } from '../need-slots.ts';
import { needTerms } from '../need-terms.ts';
import { ReplacementModel, type ReplacementRecord } from '../replacement.model.ts';
import { newAct } from '../replacement-act.model.ts';
import { changeInWords } from '../replacement-words.ts';
import { presentNeed } from '../replacements.presenter.ts';
import { settleSoon } from '../settle-replacement.ts';
import { waveSettings } from '../wave-settings.queries.ts';

interface Edition {
  id: string;
  place?: string | undefined;
  urgency?: Urgency | undefined;
  diploma?: string | null | undefined;
  contact?: string | undefined;
  placeEmail?: string | undefined;
  note?: string | undefined;
  addSlots?: NewSlot[] | undefined;
  version: number;
}

const CHANGED_MEANWHILE = 'Ce besoin a été modifié entre-temps.';

const conflict = ({ known, reader }: ReadNeed): AppError =>
  new AppError('conflict', { detail: CHANGED_MEANWHILE, current: presentNeed(known, reader, null) });

/** What half-days that are added change: when it is, and that people are to be told again. */
const withSlots = async ({ slots }: ReplacementRecord, addSlots: readonly NewSlot[]) => {
  checkSlots(addSlots, 'addSlots', slots);
  const added = addSlots.map(newSlotRecord);
  // A half-day that was cancelled and is wanted again takes the place of what was cancelled.
  const kept = slots.filter((slot) => !added.some(({ date, half }) => slot.date === date && slot.half === half));
  const all = [...kept, ...added];
  const { riskHours } = await waveSettings();
  return { set: { slots: all, ...placeInTime(all), nextWaveAt: now() }, riskAt: riskOf(added, riskHours) };
};

/**
 * Notes that who saw an earlier version saw other details. Waves and yeses raise the version without waiting for a turn: it is read where
 * it stands, or a colleague who read the need just before it was changed would pass over the change.
 */
const noteEdited = (id: string): Promise<ReplacementRecord | null> =>
  ReplacementModel.findByIdAndUpdate(id, [{ $set: { editedIn: '$version' } }], {
    returnDocument: 'after',
    updatePipeline: true,
  }).lean<ReplacementRecord>();

/**
 * Changes what is told of a need, or adds half-days; offers and bookings stand.
 * @throws AppError `not-found`, `forbidden`, `invalid-input`, `conflict` with the need as it is when its details changed since they were seen
 */
export const editReplacement = async (actor: Actor, { id, addSlots, version, ...details }: Edition): Promise<Need> => {
  checkQualification(details);
  return alone(`replacement:${id}`, async () => {
    const read = await needFor(actor, id, canEditReplacement);
    const { need } = read.known;
    if (version < need.editedIn) throw conflict(read);
    const by = await personRef(actor.personId);
    const given = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
    const pendingActs = [
      ...(Object.keys(given).length > 0 ? [newAct({ by, action: 'changed', note: changeInWords(need, details) })] : []),
      ...(addSlots ? [newAct({ by, action: 'slots-added', slots: addSlots })] : []),
    ];
    const added = addSlots && (await withSlots(need, addSlots));
    const changed = await ReplacementModel.findOneAndUpdate(
      { _id: objectId(id), editedIn: need.editedIn, cancelledAt: null },
      {
        $set: { ...given, ...added?.set, found: needTerms({ ...need, ...given }), editedIn: need.version + 1, unsettled: new Date() },
        ...(added && { $unset: { exhausted: 1, spared: 1 }, $min: { riskAt: added.riskAt } }),
        $inc: { version: 1, ...(added && { round: 1 }) },
        $push: { pendingActs: { $each: pendingActs } },
      },
      { returnDocument: 'after' },
    ).lean<ReplacementRecord>();
    const edited = changed && (await noteEdited(id));
    if (!edited) throw conflict(await needFor(actor, id, canEditReplacement));
    settleSoon(edited);
    return presentNeed({ ...read.known, need: edited }, read.reader, null);
  });
};
