import type { Actor } from '@beffroi/shared/core/actor';
import { parisDate } from '@beffroi/shared/core/half-days';
import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { personRef } from '../features/accounts/accounts.queries.ts';
import { BookingModel } from '../features/replacements/booking.model.ts';
import { offerReplacement } from '../features/replacements/commands/offer-replacement.ts';
import { publishReplacement } from '../features/replacements/commands/publish-replacement.ts';
import { MonthFiguresModel } from '../features/replacements/month-figures.model.ts';
import { OfferModel } from '../features/replacements/offer.model.ts';
import { ReplacementModel } from '../features/replacements/replacement.model.ts';
import { ReplacementActModel } from '../features/replacements/replacement-act.model.ts';
import { SolicitationModel } from '../features/replacements/solicitation.model.ts';
import { SubstituteModel } from '../features/substitutes/substitute.model.ts';
import { atInstant } from '../platform/clock.ts';
import { groupBy } from '../platform/group-by.ts';
import { objectId } from '../platform/object-id.ts';
import type { Cast } from './cast.ts';
import { chanceFrom } from './chance.ts';
import { demoPeople } from './content.ts';
import { filler } from './fill-needs.ts';
import { imagineNeeds, nextWorkdays } from './imagine-needs.ts';
import type { Pooled } from './load-pool.ts';
import { type Written, writeNeed } from './write-need.ts';

const SEED = 2_026;
const MINUTE_MS = 60_000;
/** Hours of the year and the last asking, as bookings and waves would have left them on each. */
const countOnSubstitutes = async (written: readonly Written[]): Promise<void> => {
  const bookings = groupBy(
    written.flatMap((one) => one.bookings),
    ({ substituteId }) => substituteId,
  );
  const asked = groupBy(
    written.flatMap((one) => one.solicitations),
    ({ substituteId }) => substituteId,
  );
  await SubstituteModel.bulkWrite(
    [...asked].map(([id, solicitations]) => {
      const minutesByYear: Record<string, number> = {};
      for (const { date, minutes } of bookings.get(id) ?? []) {
        const year = date.slice(0, 4);
        minutesByYear[year] = (minutesByYear[year] ?? 0) + minutes;
      }
      const lastAskedAt = new Date(Math.max(...solicitations.map(({ at }) => at.getTime())));
      return { updateOne: { filter: { _id: objectId(id) }, update: { $set: { minutesByYear, lastAskedAt } } } };
    }),
  );
};

const hrOf = (cast: Cast, commune: string): Actor =>
  cast.actorOf(demoPeople.find((person) => person.commune === commune && person.roles.includes('hr'))?.key ?? '');

/** What this morning brought: a school of Hergnies has nobody, and somebody has just said yes to a part of it. */
const loadThisMorning = async (cast: Cast, pool: readonly Pooled[]): Promise<void> => {
  const days = nextWorkdays(new Date(), 3);
  const slot = (date: string, half: 'am' | 'pm') => ({
    date,
    half,
    ...(half === 'am' ? { start: '08:30', end: '12:00' } : { start: '13:30', end: '16:45' }),
    seats: 1,
  });
  const need = await atInstant(new Date(Date.now() - 12 * MINUTE_MS), () =>
    publishReplacement(hrOf(cast, 'hergnies'), {
      commune: 'hergnies',
      metier: 'atsem',
      place: 'École Jules-Ferry',
      urgency: 'high',
      diploma: null,
      contact: 'Directrice de l’école, accueil dès 8 h 10',
      note: 'Petite section, 26 élèves. Entrée par la rue du Moulin.',
      slots: days.flatMap((date) => [slot(date, 'am'), slot(date, 'pm')]),
    }),
  );
  for (const { person, metiers, employer, spared } of pool) {
    if (!employer || employer === 'hergnies' || spared || !metiers.includes('atsem')) continue;
    const actor: Actor = { personId: person.id, administrator: false, communes: { [employer]: ['agent'] }, clubs: {} };
    // Who works elsewhere that day is refused, as she would be: the next one is asked.
    const offer = await offerReplacement(actor, { id: need.id }).catch(() => null);
    if (offer) return;
  }
};

/**
 * Three months of replacements. The past is written through the models in a few insertions: by the commands, which tell people and
 * keep each rule one booking after the other, it would take minutes. What is of this morning goes through the commands.
 */
export const loadReplacements = async (cast: Cast, pool: readonly Pooled[]): Promise<void> => {
  if (await ReplacementModel.exists({})) return;
  const chance = chanceFrom(SEED);
  const fill = filler(pool, parisDate(new Date()), chance);
  const publishers = new Map<string, PersonRef>();
  const written: Written[] = [];
  for (const imagined of imagineNeeds(new Date(), chance)) {
    const by = publishers.get(imagined.commune) ?? (await personRef(hrOf(cast, imagined.commune).personId));
    publishers.set(imagined.commune, by);
    written.push(writeNeed(imagined, fill(imagined), by, chance));
  }
  // Left by a load that was interrupted: needs come last.
  await Promise.all([
    BookingModel.deleteMany({}),
    OfferModel.deleteMany({}),
    SolicitationModel.deleteMany({}),
    ReplacementActModel.deleteMany({}),
    MonthFiguresModel.deleteMany({}),
  ]);
  await BookingModel.insertMany(written.flatMap(({ bookings }) => bookings));
  await OfferModel.insertMany(written.flatMap(({ offers }) => offers));
  await SolicitationModel.insertMany(written.flatMap(({ solicitations }) => solicitations));
  await ReplacementActModel.insertMany(written.flatMap(({ acts }) => acts));
  await countOnSubstitutes(written);
  await ReplacementModel.insertMany(written.map(({ need }) => need));
  await loadThisMorning(cast, pool);
};
