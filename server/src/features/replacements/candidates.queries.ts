import type { Actor } from '@beffroi/shared/core/actor';
import { diplomaOf } from '@beffroi/shared/core/public-service/diplomas';
import { metierOf } from '@beffroi/shared/core/public-service/metiers';
import type { Candidate } from '@beffroi/shared/features/replacements/missions.schemas';
import { canSeePeople } from '@beffroi/shared/features/replacements/replacements.policy';
import type { SubstituteFacts } from '@beffroi/shared/features/substitutes/eligibility';
import { kilometresBetween } from '../directory/territory.queries.ts';
import { poolOf } from '../substitutes/substitutes.queries.ts';
import type { BookingRecord } from './booking.model.ts';
import { isOpen } from './derive-slots.ts';
import { inFairOrder } from './fair-order.ts';
import { bookedAround, judge, rangeOf } from './judge.ts';
import { needFor } from './known-needs.queries.ts';
import type { ReplacementRecord } from './replacement.model.ts';
import { type KnownNeed, presentOffer, slotsFor } from './replacements.presenter.ts';
import { SolicitationModel, type SolicitationRecord } from './solicitation.model.ts';

const CANDIDATES_MAX = 300;

/** What speaks for her, as HR says it: the diploma that counts for this work, and her employer’s agreement. */
const strengthsOf = ({ diplomas, employer, agreedUntil }: SubstituteFacts, { metier, diploma }: ReplacementRecord): string[] => {
  const asked = diploma ? [diploma] : (metierOf(metier)?.diplomas ?? []);
  const held = asked.find((one) => diplomas.includes(one));
  return [...(held ? [diplomaOf(held)?.short ?? held] : []), ...(employer && agreedUntil ? ['accord de l’employeur'] : [])];
};

interface Weighed {
  known: KnownNeed;
  wanted: ReturnType<typeof slotsFor>;
  booked: ReadonlyMap<string, BookingRecord[]>;
  asked: ReadonlyMap<string, Date>;
}

const weigh = (facts: SubstituteFacts, { known: { need, offers, bookings }, wanted, booked, asked }: Weighed): Candidate => {
  const { id } = facts.person;
  const offer = offers.find(({ substituteId }) => substituteId === id);
  const mine = bookings.filter(({ substituteId }) => substituteId === id);
  const free = wanted.filter((slot) => !mine.some(({ date, half }) => slot.date === date && slot.half === half));
  const slots = judge({ need, slots: free, facts, booked: booked.get(id) ?? [], said: offer?.slots ?? [] });
  const { substitute: _herself, ...said } = offer ? presentOffer(offer) : { substitute: null };
  return {
    person: facts.person,
    employer: facts.employer,
    distanceKm: kilometresBetween(facts.home, need.commune),
    minutesThisYear: facts.minutesByYear[String(need.startsAt.getUTCFullYear())] ?? 0,
    strengths: strengthsOf(facts, need),
    eligible: slots.some(({ eligible }) => eligible),
    slots: slots.map(({ date, half, eligible, reasons }) => ({
      date,
      half,
      eligible,
      reasons: reasons.map(({ pill, sentence }) => ({ pill, sentence })),
    })),
    offer: offer ? (said as Candidate['offer']) : null,
    askedAt: asked.get(id)?.toISOString() ?? null,
    booked: mine.map(({ date, half }) => ({ date, half })),
  };
};

/** Those who said yes, then those who may come; among equals the fair order stands. */
const rank = ({ offer, eligible }: Candidate): number => (offer ? 0 : 2) + (eligible ? 0 : 1);

/**
 * Everyone of the pool who does this work, for the HR who books: who offered first, then eligible ones, fewest hours this year and
 * least recently asked before the others; each half-day green, or red with its reason. Eight commands, however many people.
 * @throws AppError `not-found`, `forbidden`
 */
export const listCandidates = async (actor: Actor, id: string): Promise<{ items: Candidate[] }> => {
  const { known, reader } = await needFor(actor, id, canSeePeople);
  const { need } = known;
  const wanted = slotsFor(known, reader).filter(isOpen);
  const pool = await poolOf(need.metier, rangeOf(wanted));
  const [booked, solicitations] = await Promise.all([
    bookedAround(
      pool.map(({ person }) => person.id),
      wanted,
    ),
    SolicitationModel.find({ replacementId: id }).lean<SolicitationRecord[]>(),
  ]);
  const asked = new Map(solicitations.map(({ substituteId, at }) => [substituteId, at]));
  const weighed = inFairOrder(pool, { startsAt: need.startsAt, lot: id }).map((facts) => weigh(facts, { known, wanted, booked, asked }));
  return { items: weighed.sort((a, b) => rank(a) - rank(b)).slice(0, CANDIDATES_MAX) };
};
