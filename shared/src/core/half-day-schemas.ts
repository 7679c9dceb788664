import { z } from 'zod';
import { HALVES } from './half-days.ts';

/** A date that exists, YYYY-MM-DD. */
export const calendarDateSchema = z.iso.date('Indiquez une date (AAAA-MM-JJ).');
export const clockTimeSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Indiquez une heure (HH:MM).');
export const halfDaySchema = z.object({ date: calendarDateSchema, half: z.enum(HALVES) });
