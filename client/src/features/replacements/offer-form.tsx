import { halfDayKey } from '@beffroi/shared/core/half-days';
import type { Need } from '@beffroi/shared/features/replacements/replacements.schemas';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../../lib/api.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { halfDaysInWords, halfDayTitle } from './half-day-words.ts';
import { openSlots } from './need-words.ts';
import classes from './offer-form.module.css';
import { refusedSlots, withoutRefused } from './refused-slots.ts';
import { SlotChoice } from './slot-choice.tsx';
import { useOffer } from './use-need-acts.ts';

/** What one already said, and the way back. */
function Offered({ need, onChange }: { need: Need; onChange: () => void }) {
  const { withdraw } = useOffer(need.id);
  const offered = need.slots.filter(({ mine }) => mine === 'offered');
  return (
    <div className={classes.offer}>
      <p role="status" className={classes.said}>
        C’est noté&nbsp;: vous pouvez venir <b>{halfDaysInWords(offered)}</b>. La commune choisit, vous recevrez sa réponse.
      </p>
      {withdraw.error && <p role="alert">{problemOf(withdraw.error).detail}</p>}
      <div className={classes.acts}>
        {openSlots(need.slots).length > 1 && <Button onClick={onChange}>Changer les demi-journées</Button>}
        <BusyButton busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
          Retirer ma proposition
        </BusyButton>
      </div>
    </div>
  );
}

interface OfferFormProps {
  need: Need;
  /** « Pas cette fois »: leaves no trace. */
  onDismiss?: (() => void) | undefined;
}

/** One touch says yes to every half-day one is free for; ticking some says yes to those. */
export function OfferForm({ need, onDismiss }: OfferFormProps) {
  const open = openSlots(need.slots).filter(({ mine }) => mine !== 'booked');
  const offered = open.filter(({ mine }) => mine === 'offered');
  const [changing, change] = useState(false);
  const [picked, pick] = useState<ReadonlySet<string> | null>(null);
  const { offer } = useOffer(need.id);
  if (offered.length > 0 && !changing) return <Offered need={need} onChange={() => change(true)} />;
  if (open.length === 0) return null;
  const problem = offer.error && problemOf(offer.error);
  const refused = [...(need.mine?.refused ?? []), ...(problem ? refusedSlots(problem) : [])];
  const closed = new Map(refused.map((slot) => [halfDayKey(slot), slot.reason]));
  const chosen = withoutRefused(picked ?? new Set((changing ? offered : open).map(halfDayKey)), refused);
  const slots = open.filter((slot) => chosen.has(halfDayKey(slot))).map(({ date, half }) => ({ date, half }));
  const done = () => {
    change(false);
    pick(null);
  };
  return (
    <div className={classes.offer}>
      {open.length > 1 ? (
        <SlotChoice label="Demi-journées où vous pouvez venir" slots={open} chosen={chosen} onChange={pick} closed={closed} />
      ) : (
        open.map((slot) => {
          const why = closed.get(halfDayKey(slot));
          return (
            why && (
              <p key={halfDayKey(slot)} className={classes.closed}>
                <b>{halfDayTitle(slot)}</b>&nbsp;: {why}
              </p>
            )
          );
        })
      )}
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem.detail}
        </p>
      )}
      <div className={classes.acts}>
        <BusyButton
          variant="filled"
          color="brick"
          className={classes.yes ?? ''}
          busy={offer.isPending}
          disabled={chosen.size === 0}
          onClick={() => offer.mutate({ slots }, { onSuccess: done })}
        >
          Je peux venir
        </BusyButton>
        {onDismiss && !changing && <Button onClick={onDismiss}>Pas cette fois</Button>}
        {changing && <Button onClick={done}>Annuler</Button>}
      </div>
    </div>
  );
}
