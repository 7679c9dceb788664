import { KEPT_YEARS } from '@beffroi/shared/features/applications/applications.limits';

/** When what a candidate sent is erased, counted from the last contact with her. */
export const keptUntil = (contact: Date): Date => {
  const until = new Date(contact);
  until.setUTCFullYear(until.getUTCFullYear() + KEPT_YEARS);
  return until;
};
