import { halfDayKey } from '@beffroi/shared/core/half-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSeats, deriveSlots, isAtRisk, stateOfNeed } from './derive-slots.ts';

const CLOCK = '2026-11-24 10:00';
const people = fc.constantFrom('ana', 'bob', 'cyd', 'dan');
const halfDay = fc.record({
  date: fc.constantFrom('2026-11-23', '2026-11-24', '2026-11-25'),
  half: fc.constantFrom('am' as const, 'pm' as const),
});
const slots = fc.uniqueArray(
  halfDay.chain((day) =>
    fc.record({
      date: fc.constant(day.date),
      half: fc.constant(day.half),
      start: fc.constant(day.half === 'am' ? '08:30' : '13:30'),
      end: fc.constant(day.half === 'am' ? '12:00' : '17:00'),
      seats: fc.integer({ min: 1, max: 3 }),
      cancelledAt: fc.constantFrom(null, null, new Date()),
    }),
  ),
  { selector: halfDayKey, minLength: 1 },
);
/** Bookings as the two unique indexes let them be: a person and a seat once a half-day. */
const known = fc.record({
  bookings: fc.uniqueArray(
    fc.tuple(halfDay, people).map(([day, substituteId]) => ({ ...day, substituteId, seat: 0 })),
    { selector: (booking) => `${halfDayKey(booking)} ${booking.substituteId}` },
  ),
  offers: fc.uniqueArray(fc.record({ substituteId: people, slots: fc.uniqueArray(halfDay, { selector: halfDayKey }) }), {
    selector: ({ substituteId }) => substituteId,
  }),
});

describe('what has become of a need', () => {
  it('never says filled without somebody in each seat, and always then', () => {
    fc.assert(
      fc.property(slots, known, (wanted, taken) => {
        for (const slot of deriveSlots({ slots: wanted, cancelledAt: null }, { ...taken, readerId: '', clock: CLOCK })) {
          const booked = taken.bookings.filter((one) => halfDayKey(one) === halfDayKey(slot)).length;
          expect(slot.booked).toBe(booked);
          if (slot.state === 'filled') expect(booked).toBeGreaterThanOrEqual(slot.seats);
          if (slot.state === 'missing' || slot.state === 'offered') expect(booked).toBeLessThan(slot.seats);
          if (slot.state === 'missing') expect(slot.offers).toBe(0);
        }
      }),
    );
  });

  it('counts each seat once', () => {
    fc.assert(
      fc.property(slots, known, (wanted, taken) => {
        const derived = deriveSlots({ slots: wanted, cancelledAt: null }, { ...taken, readerId: '', clock: CLOCK });
        const { missing, offered, filled, past } = countSeats(derived);
        const seats = wanted.filter(({ cancelledAt }) => !cancelledAt).reduce((sum, slot) => sum + slot.seats, 0);
        expect(missing + offered + filled + past).toBe(seats);
        const state = stateOfNeed(derived);
        if (state === 'filled') expect(filled).toBe(seats);
        if (state === 'cancelled') expect(seats).toBe(0);
      }),
    );
  });

  it('is all cancelled when the need is', () => {
    fc.assert(
      fc.property(slots, known, (wanted, taken) => {
        const derived = deriveSlots({ slots: wanted, cancelledAt: new Date() }, { ...taken, readerId: '', clock: CLOCK });
        expect(stateOfNeed(derived)).toBe('cancelled');
        expect(isAtRisk(derived, '2099-01-01 00:00')).toBe(false);
      }),
    );
  });

  it('says what the reader is in it', () => {
    const slot = { date: '2026-11-25', half: 'am' as const, start: '08:30', end: '12:00', seats: 2, cancelledAt: null };
    const taken = {
      bookings: [{ date: slot.date, half: slot.half, substituteId: 'ana', seat: 0 }],
      offers: ['ana', 'bob'].map((substituteId) => ({ substituteId, slots: [slot] })),
    };
    const seenBy = (readerId: string) => deriveSlots({ slots: [slot], cancelledAt: null }, { ...taken, readerId, clock: CLOCK })[0];
    expect(seenBy('ana')).toMatchObject({ mine: 'booked', offers: 1, state: 'offered' });
    expect(seenBy('bob')).toMatchObject({ mine: 'offered' });
    expect(seenBy('cyd')).toMatchObject({ mine: null });
  });
});
