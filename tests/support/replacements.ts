import { contract } from '@beffroi/shared/contract';
import { addDays, type HalfDay, parisDate } from '@beffroi/shared/core/half-days';
import type { Need, Offer } from '@beffroi/shared/features/replacements/replacements.schemas';
import { personRef } from '../../server/src/features/accounts/accounts.queries.ts';
import { SubstituteModel } from '../../server/src/features/substitutes/substitute.model.ts';
import { objectId } from '../../server/src/platform/object-id.ts';
import { type Input, ok } from './api-client.ts';
import type { Server } from './start-server.ts';
import { buildPerson, type TestPerson } from './world.ts';

/** A Monday two to three weeks from now: nothing of it has begun, and weeks are whole. */
export const MONDAY = ((): string => {
  const today = parisDate(new Date());
  const weekday = new Date(`${today}T12:00:00Z`).getUTCDay() || 7;
  return addDays(today, 15 - weekday + 7);
})();
export const day = (index: number): string => addDays(MONDAY, index);
export const am = (index: number): HalfDay => ({ date: day(index), half: 'am' });
export const pm = (index: number): HalfDay => ({ date: day(index), half: 'pm' });

/** HR of a commune. */
export const buildHr = (server: Server, commune = 'hergnies'): Promise<TestPerson> =>
  buildPerson(server, { commune, roles: ['agent', 'hr'] });

const EVERY_HALF = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
  (['am', 'pm'] as const).map((half) => ({ weekday, half, weeks: 'every' as const })),
);

interface SubstituteOptions {
  /** Null for somebody from outside. */
  commune?: string | null;
  metiers?: string[];
  diplomas?: string[];
  weeklyMinutes?: number | null;
  yearlyMinutes?: number | null;
  minutesThisYear?: number;
  lastAskedAt?: Date | null;
  agreed?: boolean;
}

/** Puts somebody in the pool as one who is always free. */
export const enterPool = async (personId: string, options: SubstituteOptions = {}): Promise<void> => {
  const { commune = null, metiers = ['atsem'], diplomas = ['cap-aepe'], agreed = true } = options;
  const person = await personRef(personId);
  const at = new Date();
  await SubstituteModel.create({
    _id: objectId(personId),
    person,
    sortKey: person.name,
    employer: commune,
    metiers,
    diplomas,
    weeklyMinutes: options.weeklyMinutes ?? null,
    yearlyMinutes: options.yearlyMinutes ?? null,
    pattern: EVERY_HALF,
    calendarChangedAt: at,
    changedAt: at,
    agreement: agreed ? { commune: commune ?? 'hergnies', by: person, at, until: '9999-12-31' } : null,
    minutesByYear: options.minutesThisYear ? { [MONDAY.slice(0, 4)]: options.minutesThisYear } : {},
    lastAskedAt: options.lastAskedAt ?? null,
  });
};

/** A substitute who is always free; from outside unless a commune lends her. */
export const buildSubstitute = async (server: Server, options: SubstituteOptions = {}): Promise<TestPerson> => {
  const { commune = null } = options;
  const person = await buildPerson(server, { commune, substitute: commune === null });
  await enterPool(person.id, options);
  return person;
};

/** A need of an ATSEM for a Monday, published by this HR of Hergnies. */
export const publish = (hr: TestPerson, more: Partial<Input<typeof contract.replacements.publish>> = {}): Promise<Need> =>
  ok(hr.session, contract.replacements.publish, {
    commune: 'hergnies',
    metier: 'atsem',
    place: 'École Jules-Ferry',
    urgency: 'high',
    slots: [am(0), pm(0)],
    ...more,
  });

/** What somebody from outside was asked for. */
export const ask = async (person: TestPerson, needId: string): Promise<void> => {
  const { SolicitationModel } = await import('../../server/src/features/replacements/solicitation.model.ts');
  const until = new Date(Date.now() + 90 * 86_400_000);
  const filter = { replacementId: needId, substituteId: person.id };
  await SolicitationModel.updateOne(filter, { $setOnInsert: { ...filter, wave: 1, at: new Date(), until } }, { upsert: true });
};

/** Says yes; asked first, as somebody from outside must be. */
export const offer = async (person: TestPerson, needId: string, slots?: HalfDay[]): Promise<Offer> => {
  await ask(person, needId);
  return ok(person.session, contract.replacements.offer, { id: needId, ...(slots && { slots }) });
};
