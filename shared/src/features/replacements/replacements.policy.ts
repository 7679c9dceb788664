import { type Actor, hrCommunes, isAgent, isHr } from '../../core/actor.ts';
import { canDrawUpAgreement } from '../statements/statements.policy.ts';
import type { ConfirmingSide } from './replacements.vocabulary.ts';

export interface ReplacementFacts {
  commune: string;
  cancelled: boolean;
  /** Its last half-day has ended. */
  over: boolean;
  /** The actor was asked to come, offered to, or is booked. */
  concerned: boolean;
  /** The actor is in the pool for this métier. */
  inPool: boolean;
  /** The actor offered to come. */
  offered: boolean;
}

export interface BookingFacts {
  host: string;
  /** The commune that employs the substitute; null for people from outside. */
  lender: string | null;
  substituteId: string;
  started: boolean;
  over: boolean;
  /** Both sides said the same of the hours. */
  agreed: boolean;
}

const lives = ({ cancelled, over }: ReplacementFacts): boolean => !cancelled && !over;

/** Agents see the territory’s board; a substitute from outside, the needs she was asked for. Guests of a club see none. */
export const canReadBoard = (actor: Actor): boolean => isAgent(actor) || actor.substitute === true;

export const canReadReplacement = (actor: Actor, need: ReplacementFacts): boolean =>
  isAgent(actor) || (actor.substitute === true && need.concerned);

/** The communes the actor publishes needs for: HR acts for hers only, the territory’s administrator for none. */
export const publishingCommunes = hrCommunes;
export const canPublish = isHr;

export const canEditReplacement = (actor: Actor, need: ReplacementFacts): boolean => isHr(actor, need.commune) && lives(need);
export const canCancelReplacement = canEditReplacement;
export const canBook = canEditReplacement;

/** Who asked, offered and is booked is for the commune’s HR, and for the administrator to read. */
export const canSeePeople = (actor: Actor, { commune }: Pick<ReplacementFacts, 'commune'>): boolean =>
  isHr(actor, commune) || actor.administrator;

/** What one person offered or is booked for is also for herself, and for the HR who lends her. */
export const canSeePerson = (
  actor: Actor,
  need: Pick<ReplacementFacts, 'commune'>,
  person: { personId: string; lender: string | null },
): boolean => canSeePeople(actor, need) || person.personId === actor.personId || (person.lender !== null && isHr(actor, person.lender));

/** The telephone of who is booked is for the commune she comes to alone. */
export const canSeePhone = (actor: Actor, { commune }: Pick<ReplacementFacts, 'commune'>): boolean => isHr(actor, commune);

/** Whom to ask for on arrival is told to those who may come and those who receive them. */
export const canSeeContact = (actor: Actor, need: ReplacementFacts): boolean => canSeePeople(actor, need) || need.concerned || need.inPool;

/** Anyone of the pool who does this work may say yes, asked or not. */
export const canOffer = (actor: Actor, need: ReplacementFacts): boolean => canReadReplacement(actor, need) && lives(need) && need.inPool;
export const canWithdraw = (_actor: Actor, need: ReplacementFacts): boolean => need.offered && lives(need);

/** The commune that asked, the one that lends and the person herself may each call it off, until it is over. */
export const canCancelBooking = (actor: Actor, { host, lender, substituteId, over }: BookingFacts): boolean =>
  !over && (isHr(actor, host) || substituteId === actor.personId || (lender !== null && isHr(actor, lender)));

/** Whose word on the hours the actor gives; nobody gives both. */
export const confirmingSide = (actor: Actor, { host, substituteId }: BookingFacts): ConfirmingSide | null => {
  if (substituteId === actor.personId) return 'substitute';
  return isHr(actor, host) ? 'commune' : null;
};

export const canConfirm = (actor: Actor, booking: BookingFacts): boolean =>
  booking.started && !booking.agreed && confirmingSide(actor, booking) !== null;

export const canChangeWaves = (actor: Actor): boolean => actor.administrator;
export const canReadWaves = canReadBoard;

export const replacementAbilities = (actor: Actor, need: ReplacementFacts) => ({
  'replacement.edit': canEditReplacement(actor, need),
  'replacement.cancel': canCancelReplacement(actor, need),
  'replacement.book': canBook(actor, need),
  'replacement.see-people': canSeePeople(actor, need),
  'replacement.offer': canOffer(actor, need),
  'replacement.withdraw': canWithdraw(actor, need),
});

export const bookingAbilities = (actor: Actor, booking: BookingFacts) => ({
  'booking.cancel': canCancelBooking(actor, booking),
  'booking.confirm': canConfirm(actor, booking),
  /** One commune lends her to another: what binds them is signed before she comes. */
  'booking.agreement': booking.lender !== null && booking.lender !== booking.host && canDrawUpAgreement(actor, booking),
});
