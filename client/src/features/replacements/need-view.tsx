import { compareHalfDays, hasEnded, parisClock } from '@beffroi/shared/core/half-days';
import type { Booking, Need } from '@beffroi/shared/features/replacements/replacements.schemas';
import type { ReactNode } from 'react';
import { useNow } from '../../lib/clock.ts';
import { useMe } from '../../lib/me.ts';
import { ListCard } from '../../ui/list-card.tsx';
import { personLabel } from '../../ui/person-avatar.tsx';
import { Section } from '../../ui/section.tsx';
import { BookedPeople } from './booked-people.tsx';
import { BookingRow } from './booking-row.tsx';
import { CalendarButton } from './calendar-button.tsx';
import { CandidateList } from './candidate-list.tsx';
import { ContactText } from './contact-text.tsx';
import { halfDaysInWords } from './half-day-words.ts';
import { NeedTrail } from './need-trail.tsx';
import classes from './need-view.module.css';
import { openSlots } from './need-words.ts';
import { OfferForm } from './offer-form.tsx';
import { SlotList } from './slot-list.tsx';

/** Where, whom to ask for, what to know. */
function Facts({ need }: { need: Need }) {
  if (!need.contact && !need.note && !need.placeEmail) return null;
  return (
    <dl className={classes.facts}>
      {need.contact && (
        <>
          <dt>En arrivant</dt>
          <dd>
            <ContactText>{need.contact}</ContactText>
          </dd>
        </>
      )}
      {need.placeEmail && (
        <>
          <dt>Prévenu par mail</dt>
          <dd>
            <ContactText>{need.placeEmail}</ContactText>
          </dd>
        </>
      )}
      {need.note && (
        <>
          <dt>À savoir</dt>
          <dd>{need.note}</dd>
        </>
      )}
    </dl>
  );
}

interface NeedViewProps {
  need: Need;
  onDismiss?: (() => void) | undefined;
  /** The agreement by which who is booked is lent, to be signed before she comes. */
  agreement?: (booking: Booking) => ReactNode;
}

/** One agreement binds all that a person is booked for: it stands with the first of it. */
const bearsAgreement = (bookings: readonly Booking[], booking: Booking): boolean =>
  booking.abilities['booking.agreement'] && bookings.find(({ substitute }) => substitute.id === booking.substitute.id) === booking;

/** A need whole: for who may come, the one touch first; for the commune, its bookings, and who may fill the rest. */
export function NeedView({ need, onDismiss, agreement }: NeedViewProps) {
  const { abilities } = need;
  const bookings = [...need.bookings].sort(compareHalfDays);
  const me = useMe().id;
  const mine = bookings.find(({ substitute }) => substitute.id === me);
  const toAnswer = abilities['replacement.offer'] && openSlots(need.slots).some((slot) => slot.mine !== 'booked');
  const clock = parisClock(useNow());
  const coming = bookings.filter((booking) => booking.substitute.id === me && !hasEnded(booking, clock));
  return (
    <div className={classes.view}>
      <div className={classes.need}>
        {toAnswer && (
          <div className={classes.answer}>
            <OfferForm need={need} onDismiss={onDismiss} />
          </div>
        )}
        {coming.length > 0 && (
          <p role="status" className={classes.confirmed}>
            C’est confirmé&nbsp;: {need.commune.name} compte sur vous <b>{halfDaysInWords(coming)}</b>.
          </p>
        )}
        <Facts need={need} />
        <SlotList slots={need.slots} />
        {bookings.length > 0 && (
          <Section
            title={abilities['replacement.see-people'] ? 'Réservations' : 'Vos réservations'}
            action={mine && <CalendarButton bookingId={mine.id} />}
          >
            <BookedPeople need={need} />
            <ListCard label="Réservations">
              {bookings.map((booking) => (
                <BookingRow key={booking.id} booking={booking} act={bearsAgreement(bookings, booking) && agreement?.(booking)}>
                  {abilities['replacement.see-people'] ? personLabel(booking.substitute) : need.place}
                </BookingRow>
              ))}
            </ListCard>
          </Section>
        )}
      </div>
      {abilities['replacement.book'] && (
        <div className={classes.people}>
          <Section title="Qui peut venir">
            <CandidateList needId={need.id} mayBook />
          </Section>
        </div>
      )}
      {abilities['replacement.see-people'] && (
        <div className={classes.trail}>
          <NeedTrail id={need.id} />
        </div>
      )}
    </div>
  );
}
