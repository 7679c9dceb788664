import { compareHalfDays, hasEnded, parisClock } from '@beffroi/shared/core/half-days';
import type { Mission } from '@beffroi/shared/features/replacements/missions.schemas';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api, problemOf } from '../../lib/api.ts';
import { useNow } from '../../lib/clock.ts';
import { useDismissed } from '../../lib/dismissed.ts';
import { useMe } from '../../lib/me.ts';
import { needPath } from '../../lib/paths.ts';
import { ListCard, ListRow } from '../../ui/list-card.tsx';
import { RowLink } from '../../ui/row-link.tsx';
import { Section } from '../../ui/section.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { BookingRow } from './booking-row.tsx';
import { CalendarButton } from './calendar-button.tsx';
import { halfDaysInWords } from './half-day-words.ts';
import classes from './missions.module.css';
import { NeedFacts } from './need-facts.tsx';
import { needTitle, openSlots } from './need-words.ts';

function MissionRow({ mission }: { mission: Mission }) {
  const { replacement: need, offer } = mission;
  const open = openSlots(need.slots);
  return (
    <ListRow>
      <div className={classes.words}>
        <h3>
          <RowLink to={needPath(need.id)}>{needTitle(need)}</RowLink>
        </h3>
        <NeedFacts need={need} away />
        <p className={classes.facts}>{halfDaysInWords(offer?.slots.length ? offer.slots : open)}</p>
      </div>
      {offer ? <Tag tone="ochre">Proposée</Tag> : <span className={classes.act}>Répondre</span>}
    </ListRow>
  );
}

const Missions = ({ title, missions, urgent }: { title: string; missions: Mission[]; urgent?: boolean }) =>
  missions.length > 0 && (
    <Section title={title}>
      <ListCard label={title} {...(urgent && { edge: 'brick' as const })}>
        {missions.map((mission) => (
          <MissionRow key={mission.replacement.id} mission={mission} />
        ))}
      </ListCard>
    </Section>
  );

const Bookings = ({ title, bookings, action }: { title: string; bookings: Mission['bookings']; action?: ReactNode }) =>
  bookings.length > 0 && (
    <Section title={title} action={action}>
      <ListCard label={title}>
        {bookings.map((booking) => (
          <BookingRow key={booking.id} booking={booking}>
            <Link to={needPath(booking.replacementId)} className={classes.place}>
              {needTitle(booking)}, {booking.commune.name}
            </Link>
          </BookingRow>
        ))}
      </ListCard>
    </Section>
  );

/** What a substitute was asked for, said yes to, and is booked for. */
export function MyMissions() {
  const query = useQuery(api.replacements.mine.queryOptions());
  const clock = parisClock(useNow());
  const dismissed = useDismissed(useMe().id, clock.slice(0, 10));
  if (query.isPending) return <ListSkeleton rows={5} mark={false} />;
  if (!query.data) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  const { items } = query.data;
  const open = items.filter(({ replacement }) => openSlots(replacement.slots).length > 0);
  const asked = open.filter(({ replacement, offer, bookings }) => !offer && bookings.length === 0 && !dismissed.has(replacement.id));
  const offered = open.filter(({ offer }) => offer);
  const bookings = items.flatMap((mission) => mission.bookings).sort(compareHalfDays);
  const toConfirm = bookings.filter(({ abilities }) => abilities['booking.confirm']);
  const coming = bookings.filter((booking) => !hasEnded(booking, clock) && !booking.abilities['booking.confirm']);
  const past = bookings.filter((booking) => hasEnded(booking, clock) && !booking.abilities['booking.confirm']).reverse();
  if (items.length === 0)
    return (
      <EmptyState
        title="Aucune mission pour l’instant"
        text="Quand une commune cherche quelqu’un de votre métier un jour où vous êtes disponible, vous recevez aussitôt une alerte et vous répondez ici d’une touche. Refuser est libre et ne laisse aucune trace."
      />
    );
  return (
    <>
      <Missions title="On vous demande" missions={asked} urgent />
      <Bookings title="Heures à confirmer" bookings={toConfirm} />
      <Bookings title="À venir" bookings={coming} action={<CalendarButton />} />
      <Missions title="Vous vous êtes proposée" missions={offered} />
      <Bookings title="Faites" bookings={past} />
    </>
  );
}
