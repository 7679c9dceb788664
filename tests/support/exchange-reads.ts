import { contract } from '@beffroi/shared/contract';
import { addDays, parisDate } from '@beffroi/shared/core/half-days';
import type { AnyContractProcedure } from '@orpc/contract';
import { buildPastBooking } from './bookings.ts';
import type { TestPerson } from './world.ts';

/** Database commands the reads of what follows from exchanges may send. */
export const EXCHANGES_MAX: Record<string, number> = {
  'applications.mine': 1,
  'applications.get': 1,
  'applications.today': 5,
  'applications.ofVacancy': 2,
  'applications.trail': 1,
  'exchanges.overview': 9,
  'statements.get': 2,
};

/** The month before this one: all of it is over. */
const LAST_MONTH = addDays(`${parisDate(new Date()).slice(0, 7)}-01`, -1).slice(0, 7);
const DAYS = 28;

interface Ids {
  vacancyId: string;
  applicationId: string;
}

export const exchangeReads = (ids: () => Ids): [string, AnyContractProcedure, () => object][] => [
  ['applications.mine', contract.applications.mine, () => ({ limit: 100 })],
  ['applications.today', contract.applications.today, () => ({})],
  ['applications.get', contract.applications.get, () => ({ id: ids().applicationId })],
  ['applications.ofVacancy', contract.applications.ofVacancy, () => ({ id: ids().vacancyId, limit: 100 })],
  ['applications.trail', contract.applications.trail, () => ({ id: ids().applicationId })],
  ['exchanges.overview', contract.exchanges.overview, () => ({ months: '12' })],
  ['statements.get', contract.statements.get, () => ({ slug: 'anzin', month: LAST_MONTH })],
];

/** A half-day of last month for which somebody came to Anzin, each from another commune. */
export const buildWorkedHalfDay = (person: TestPerson, index: number) =>
  buildPastBooking(person, {
    host: 'anzin',
    lender: `commune-${index}`,
    date: addDays(`${LAST_MONTH}-01`, index % DAYS),
    half: 'am',
  });
