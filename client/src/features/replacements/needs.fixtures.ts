import { halfDayKey } from '@beffroi/shared/core/half-days';
import type { Candidate } from '@beffroi/shared/features/replacements/missions.schemas';
import type { Booking, Need, NeedItem, Slot } from '@beffroi/shared/features/replacements/replacements.schemas';

const HOURS = { am: { start: '08:30', end: '12:00' }, pm: { start: '13:30', end: '16:45' } } as const;

/** A half-day as « 2026-11-24.am » names it. */
export const aSlot = (key: string, state: Slot['state'] = 'missing', more: Partial<Slot> = {}): Slot => {
  const [date, half] = key.split('.') as [string, 'am' | 'pm'];
  return { date, half, ...HOURS[half], seats: 1, booked: state === 'filled' ? 1 : 0, offers: 0, state, mine: null, ...more };
};

export const anItem = (id: string, more: Partial<NeedItem> = {}): NeedItem => ({
  id,
  commune: { slug: 'hergnies', name: 'Hergnies' },
  metier: 'atsem',
  diploma: null,
  place: 'École Jules-Ferry',
  note: '',
  urgency: 'normal',
  state: 'missing',
  atRisk: false,
  slots: [aSlot('2026-11-24.am')],
  counts: { missing: 1, offered: 0, filled: 0, past: 0 },
  distanceKm: 14,
  publishedAt: '2026-11-24T05:52:00.000Z',
  version: 1,
  abilities: {
    'replacement.edit': false,
    'replacement.cancel': false,
    'replacement.book': false,
    'replacement.see-people': false,
    'replacement.offer': false,
    'replacement.withdraw': false,
  },
  ...more,
});

export const aNeed = (id: string, more: Partial<Need> = {}): Need => ({
  ...anItem(id),
  contact: '',
  placeEmail: '',
  publishedBy: null,
  waves: { number: 1, told: 10, nextAt: null },
  cancelledAt: null,
  mine: null,
  offers: [],
  bookings: [],
  ...more,
});

/** A half-day she is booked for, of the key given. */
export const aBooking = (name: string, key: string, more: Partial<Booking> = {}): Booking => {
  const { date, half, start, end } = aSlot(key);
  return {
    id: `${name}.${key}`,
    replacementId: 'n',
    commune: { slug: 'hergnies', name: 'Hergnies' },
    metier: 'atsem',
    place: 'École Jules-Ferry',
    date,
    half,
    start,
    end,
    substitute: { id: name, name, commune: { slug: 'anzin', name: 'Anzin' } },
    phone: null,
    employer: 'anzin',
    bookedAt: '2026-11-24T06:00:00.000Z',
    confirmedBy: { commune: null, substitute: null },
    agreedMinutes: null,
    abilities: { 'booking.cancel': false, 'booking.confirm': false, 'booking.agreement': true },
    ...more,
  };
};

/** Somebody who may come for these half-days, and said so of those offered. */
export const aCandidate = (name: string, open: string[], offered: string[] = [], more: Partial<Candidate> = {}): Candidate => ({
  person: { id: name, name, commune: null },
  employer: null,
  distanceKm: 9,
  minutesThisYear: 720,
  strengths: ['CAP AEPE'],
  eligible: open.length > 0,
  slots: open.map((key) => ({ ...aSlot(key), eligible: true, reasons: [] })),
  offer: offered.length > 0 ? { id: `offer-${name}`, slots: offered.map((key) => aSlot(key)), at: '2026-11-24T06:00:00.000Z' } : null,
  askedAt: null,
  booked: [],
  ...more,
});

export const keysOf = (slots: readonly { date: string; half: 'am' | 'pm' }[]): string[] => slots.map(halfDayKey);
