import { objectId } from '../../../platform/object-id.ts';
import { PersonModel, type PersonRecord } from '../../accounts/person.model.ts';
import { MarkModel } from '../mark.model.ts';
import { writeMarks } from '../write-marks.ts';

/**
 * Who enters a club starts from that day: what was said before is not new to her. Who leaves it takes nothing along, so that
 * coming back is a new arrival. Safe to do twice.
 */
export const keepFloor = async ({ personId, clubIds }: { personId: string; clubIds: string[] }): Promise<void> => {
  if (clubIds.length === 0) return;
  const person = await PersonModel.findById(objectId(personId), { memberships: 1 }).lean<Pick<PersonRecord, 'memberships'>>();
  const entered = new Map(
    (person?.memberships ?? []).filter(({ scope }) => scope === 'club').map(({ scopeId, since }) => [scopeId, since] as const),
  );
  for (const clubId of clubIds) {
    const subject = { personId, subjectId: objectId(clubId) };
    const since = entered.get(clubId);
    if (!since) await writeMarks([personId], () => MarkModel.deleteOne(subject).exec());
    else {
      const update = { subject: 'club', clubId, level: { $ifNull: ['$level', null] }, floor: { $ifNull: ['$floor', since] } };
      // Through the driver: what mongoose would make of an expression is not what is meant.
      await writeMarks([personId], () => MarkModel.collection.updateOne(subject, [{ $set: update }], { upsert: true }));
    }
  }
};
