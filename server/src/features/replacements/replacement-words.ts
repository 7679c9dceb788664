import { frenchDays } from '@beffroi/shared/core/french-days';
import { compareHalfDays, type HalfDay, sameHalfDay, type TimedHalfDay } from '@beffroi/shared/core/half-days';
import { metierLabel } from '@beffroi/shared/core/public-service/metiers';
import type { About } from '../../platform/notify.ts';
import { communeName } from '../directory/territory.queries.ts';
import type { ReplacementRecord } from './replacement.model.ts';

const dayInWords = frenchDays({ weekday: 'long', day: 'numeric', month: 'long' });
const HALF: Record<HalfDay['half'], string> = { am: 'matin', pm: 'après-midi' };
const SHOWN = 6;

const hour = (time: string): string => `${Number(time.slice(0, 2))}\u00a0h${time.endsWith(':00') ? '' : `\u00a0${time.slice(3)}`}`;

/** « mardi 24 novembre matin, de 8 h 30 à 12 h » */
export const slotInWords = ({ date, half }: HalfDay, timed?: { start: string; end: string }): string => {
  const hours = timed ? `, de ${hour(timed.start)} à ${hour(timed.end)}` : '';
  return `${dayInWords(date)} ${HALF[half]}${hours}`;
};

/** Half-days as a mail names them. @param timed where their hours are known from */
export const slotsInWords = (slots: readonly HalfDay[], timed: readonly TimedHalfDay[] = []): string => {
  const words = [...slots].sort(compareHalfDays).map((slot) =>
    slotInWords(
      slot,
      timed.find((one) => sameHalfDay(one, slot)),
    ),
  );
  const rest = words.length - SHOWN;
  return [...words.slice(0, SHOWN), ...(rest > 0 ? [`et ${rest} autres demi-journées`] : [])].join('\u00a0; ');
};

type Arrival = Pick<ReplacementRecord, 'place' | 'contact' | 'note'>;
const ARRIVAL: Record<keyof Arrival, string> = { place: 'Lieu', contact: 'En arrivant', note: 'À savoir' };

/** What of an edit concerns who is booked: « Lieu : École Curie. En arrivant : la directrice »; empty where nothing does. */
export const changeInWords = (before: Arrival, given: { [field in keyof Arrival]?: string | undefined }): string =>
  (Object.keys(ARRIVAL) as (keyof Arrival)[])
    .filter((field) => given[field] !== undefined && given[field] !== before[field])
    .map((field) => `${ARRIVAL[field]}\u00a0: ${given[field] || 'rien de particulier'}`)
    .join('. ');

/** A need as mails, telephones and the bell name it. */
export const aboutNeed = ({ _id, metier, place, commune }: Pick<ReplacementRecord, '_id' | 'metier' | 'place' | 'commune'>): About => {
  const id = _id.toHexString();
  return { kind: 'replacement', id, title: `${metierLabel(metier)}, ${place}`, place: communeName(commune), path: `/remplacements/${id}` };
};
