import { type HalfDay, halfDayKey } from '@beffroi/shared/core/half-days';
import type { Candidate } from '@beffroi/shared/features/replacements/missions.schemas';
import { Button, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../../lib/api.ts';
import { plural } from '../../lib/french-text.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { PersonAvatar, personLabel } from '../../ui/person-avatar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Tag } from '../../ui/tag.tsx';
import classes from './candidate-card.module.css';
import { bookable, reasonsAgainst } from './candidate-order.ts';
import { halfDaysInWords, halfDayTitle } from './half-day-words.ts';
import { hoursThisYear, kilometres } from './need-words.ts';
import { refusedSlots, withoutRefused } from './refused-slots.ts';
import { SlotChoice } from './slot-choice.tsx';
import { useBook } from './use-need-acts.ts';

/** Books the half-days she offered, all of them unless some are left out. */
function Booking({ needId, candidate, slots }: { needId: string; candidate: Candidate; slots: HalfDay[] }) {
  const [left, leave] = useState<ReadonlySet<string>>(new Set());
  const [choosing, choose] = useState(false);
  const book = useBook(needId);
  const problem = book.error && problemOf(book.error);
  const refused = problem ? refusedSlots(problem) : [];
  const chosen = withoutRefused(new Set(slots.map(halfDayKey).filter((key) => !left.has(key))), refused);
  const label = personLabel(candidate.person);
  const send = () => book.mutate({ offerId: candidate.offer?.id ?? '', slots: slots.filter((slot) => chosen.has(halfDayKey(slot))) });
  return (
    <div className={classes.booking}>
      {slots.length > 1 && (choosing || refused.length > 0) && (
        <SlotChoice
          label="Demi-journées à réserver"
          slots={slots}
          chosen={chosen}
          onChange={(next) => leave(new Set(slots.map(halfDayKey).filter((key) => !next.has(key))))}
        />
      )}
      {problem && (
        <div role="alert" className={classes.problem}>
          <p>{refused.length > 0 ? 'Rien n’a été réservé\u00a0:' : problem.detail}</p>
          {refused.length > 0 && (
            <ul>
              {refused.map((slot) => (
                <li key={halfDayKey(slot)}>
                  <b>{halfDayTitle(slot)}</b>&nbsp;: {slot.reason}
                </li>
              ))}
            </ul>
          )}
          {refused.length > 0 && chosen.size > 0 && <p>Vous pouvez réserver le reste.</p>}
        </div>
      )}
      <div className={classes.acts}>
        <BusyButton
          variant="filled"
          busy={book.isPending}
          disabled={chosen.size === 0}
          onClick={send}
          aria-label={`Réserver ${plural(chosen.size, 'demi-journée', 'demi-journées')}\u00a0: ${label}`}
        >
          Réserver {plural(chosen.size, 'demi-journée', 'demi-journées')}
        </BusyButton>
        {slots.length > 1 && !choosing && refused.length === 0 && (
          <Button variant="subtle" px={8} onClick={() => choose(true)}>
            Choisir<VisuallyHidden> les demi-journées, {label}</VisuallyHidden>
          </Button>
        )}
      </div>
    </div>
  );
}

/** Who she is for this need: whether she may come and why, what she did this year, what she offered. */
export function CandidateCard({ needId, candidate, mayBook }: { needId: string; candidate: Candidate; mayBook: boolean }) {
  const { person, distanceKm, minutesThisYear, strengths, eligible, offer, askedAt, booked } = candidate;
  const reasons = reasonsAgainst(candidate);
  const slots = bookable(candidate);
  const able = candidate.slots.filter((slot) => slot.eligible);
  const facts = [distanceKm === 0 ? 'dans la commune' : kilometres(distanceKm), hoursThisYear(minutesThisYear)].filter(Boolean).join(' · ');
  return (
    <li className={classes.card} data-dim={(!eligible && booked.length === 0) || undefined} data-row>
      <div className={classes.who}>
        <PersonAvatar person={person} size={30} />
        <div>
          <h3>{personLabel(person)}</h3>
          <p className={classes.facts}>{facts}</p>
        </div>
      </div>
      <p className={classes.marks}>
        {booked.length > 0 ? (
          <Tag tone="green">Choix confirmé</Tag>
        ) : eligible ? (
          <Tag tone="green">Éligible</Tag>
        ) : (
          <Tag tone="brick">{reasons[0]?.pill ?? 'Indisponible'}</Tag>
        )}
        <span>{eligible || booked.length > 0 ? strengths.join(', ') : reasons.map(({ sentence }) => sentence).join(' ')}</span>
      </p>
      {eligible && !offer && able.length < candidate.slots.length && (
        <p className={classes.facts}>Pourrait venir {halfDaysInWords(able)}</p>
      )}
      {booked.length > 0 && (
        <p>
          Réservation&nbsp;: <b>{halfDaysInWords(booked)}</b>
        </p>
      )}
      {offer ? (
        slots.length > 0 && (
          <p>
            Disponible <b>{halfDaysInWords(slots)}</b>, <RelativeTime at={offer.at} />
          </p>
        )
      ) : (
        <p className={classes.facts}>
          {askedAt ? (
            <>
              Alerte envoyée <RelativeTime inSentence at={askedAt} />, pas encore de réponse
            </>
          ) : (
            eligible && 'Pas encore d’alerte'
          )}
        </p>
      )}
      {mayBook && slots.length > 0 && <Booking needId={needId} candidate={candidate} slots={slots} />}
    </li>
  );
}
