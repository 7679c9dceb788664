import { hasEnded, parisClock } from '@beffroi/shared/core/half-days';
import type { Booking, Need } from '@beffroi/shared/features/replacements/replacements.schemas';
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useNow } from '../../lib/clock.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { personLabel } from '../../ui/person-avatar.tsx';
import { arrivalMessage, dialled, waysToTell } from './arrival-words.ts';
import classes from './booked-people.module.css';
import { halfDaysInWords } from './half-day-words.ts';

/** The message for the place, and every way to send it. */
function Message({ id, need, bookings }: { id: string; need: Need; bookings: Booking[] }) {
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);
  const text = arrivalMessage(need, bookings);
  const copy = async () => {
    // Refused by the browser, or served without encryption: the text is there to be taken by hand.
    await navigator.clipboard.writeText(text).then(
      () => {
        setCopied(true);
        announce('Message copié.');
      },
      () => announce('Le navigateur refuse de copier\u00a0: sélectionnez le message.'),
    );
  };
  return (
    <div id={id} className={classes.message}>
      <p>{text}</p>
      <div className={classes.acts}>
        <Button variant="light" onClick={() => void copy()}>
          {copied ? 'Copié' : 'Copier'}
        </Button>
        {waysToTell(need, text).map(({ label, href }) => (
          <Button key={label} variant="default" component="a" href={href}>
            {label}
          </Button>
        ))}
        {'share' in navigator && (
          // Closed without a choice, it is no fault.
          <Button variant="default" onClick={() => void navigator.share({ text }).catch(() => null)}>
            Partager…
          </Button>
        )}
      </div>
    </div>
  );
}

function Booked({ need, bookings }: { need: Need; bookings: Booking[] }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const [{ substitute, phone }] = bookings as [Booking];
  return (
    <li>
      <div className={classes.who}>
        <p>
          <b>{personLabel(substitute)}</b>, {halfDaysInWords(bookings)}
          {phone && (
            <>
              {' · '}
              <a href={`tel:${dialled(phone)}`}>{phone}</a>
            </>
          )}
        </p>
        <Button variant="light" aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => setOpen(!open)}>
          Prévenir sur place
        </Button>
      </div>
      {open && <Message id={id} need={need} bookings={bookings} />}
    </li>
  );
}

/** Who is coming, how to reach her, and the message by which the school knows her name. */
export function BookedPeople({ need }: { need: Need }) {
  const clock = parisClock(useNow());
  const coming = need.bookings.filter((booking) => !hasEnded(booking, clock));
  const people = [...new Set(coming.map(({ substitute }) => substitute.id))];
  if (!need.abilities['replacement.book'] || people.length === 0) return null;
  return (
    <ul className={classes.people} aria-label="Qui vient">
      {people.map((person) => (
        <Booked key={person} need={need} bookings={coming.filter(({ substitute }) => substitute.id === person)} />
      ))}
    </ul>
  );
}
