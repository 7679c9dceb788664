import { mondayOf, slotEnd, slotStart, USUAL_HOURS } from '@beffroi/shared/core/half-days';
import { ReplacementModel } from '../../server/src/features/replacements/replacement.model.ts';

interface PastNeed {
  commune: string;
  date: string;
  seats: number;
  cancelled?: boolean;
}

/** A need of one morning that is over. @returns its id */
export const pastNeed = async ({ commune, date, seats, cancelled = false }: PastNeed): Promise<string> => {
  const slot = { date, half: 'am' as const, ...USUAL_HOURS.am, seats, cancelledAt: null };
  const startsAt = slotStart(slot);
  const need = await ReplacementModel.create({
    commune,
    metier: 'atsem',
    place: 'École Jules-Ferry',
    urgency: 'normal',
    slots: [slot],
    weeks: [mondayOf(date)],
    startsAt,
    endsAt: slotEnd(slot),
    publishedAt: startsAt,
    publishedBy: { id: '0'.repeat(24), name: 'Service RH', commune: null },
    cancelledAt: cancelled ? startsAt : null,
  });
  return need._id.toHexString();
};
