import { contract } from '@beffroi/shared/contract';
import { ok } from '../../support/api-client.ts';
import { am, buildHr, buildSubstitute, offer, pm, publish } from '../../support/replacements.ts';
import type { Rows, Statuses } from './rows.ts';
import type { Scene } from './scene.ts';

/** The board is the agents’; substitutes from outside see what they were asked for, guests of a club nothing. */
const BOARD: Statuses = [401, 200, 404, 200, 404, 200, 200, 200];
const AGENTS: Statuses = [401, 200, 404, 404, 404, 200, 200, 200];
/** For Anzin’s HR alone: the administrator reads, and does not act for a commune. */
const HR_ACTS: Statuses = [401, 403, 404, 404, 404, 403, 403, 403];
const HR_READS: Statuses = [401, 403, 404, 404, 404, 403, 403, 200];
const OWN_HR = (status: number) => ({ hrOwn: status });

const WANTED = { commune: 'anzin', metier: 'atsem', place: 'École de la matrice', urgency: 'high' as const };

/** A need of the commune of most personas, published by an HR manager none of them is. */
const needOf = async ({ server }: Scene) => publish(await buildHr(server, 'anzin'), { ...WANTED, slots: [am(0), pm(0)] });
const byNeed = async (scene: Scene) => ({ id: (await needOf(scene)).id });

const bookable = async (scene: Scene) => {
  const { id } = await needOf(scene);
  const substitute = await buildSubstitute(scene.server);
  return { id, offerId: (await offer(substitute, id)).id, slots: [am(0)] };
};
/** A booking between Anzin and somebody from outside, begun by nobody of the matrix. */
const booked = async (scene: Scene) => {
  const input = await bookable(scene);
  const { items } = await ok((await buildHr(scene.server, 'anzin')).session, contract.replacements.book, input);
  return { id: items[0]?.id ?? '' };
};

/** What the board of replacements is to whom. */
export const replacementRows: Rows = {
  'replacements.list': { statuses: BOARD },
  'replacements.summary': { statuses: BOARD },
  'replacements.mine': { statuses: BOARD },
  // Nobody of the matrix is booked.
  'replacements.calendar': { statuses: [401, 404, 404, 404, 404, 404, 404, 404] },
  'replacements.bookingCalendar': { input: booked, statuses: [401, 404, 404, 404, 404, 404, 404, 200], except: OWN_HR(200) },
  'replacements.attention': { statuses: BOARD },
  'replacements.settings': { statuses: BOARD },
  'replacements.saveSettings': {
    input: () => ({ people: 10, minutes: 5, riskHours: 4 }),
    statuses: [401, 403, 404, 403, 404, 403, 403, 200],
  },
  'replacements.places': { input: () => ({ commune: 'anzin' }), statuses: [401, 403, 404, 403, 404, 403, 403, 200], except: OWN_HR(200) },
  'replacements.publish': {
    input: () => ({ ...WANTED, slots: [am(0)] }),
    statuses: [401, 403, 404, 403, 404, 403, 403, 403],
    except: OWN_HR(201),
  },
  'replacements.get': { input: byNeed, statuses: AGENTS },
  'replacements.edit': {
    input: async (scene) => ({ ...(await byNeed(scene)), note: 'Portail vert.', version: 100 }),
    statuses: HR_ACTS,
    except: OWN_HR(200),
  },
  'replacements.cancel': { input: byNeed, statuses: HR_ACTS, except: OWN_HR(200) },
  'replacements.candidates': { input: byNeed, statuses: HR_READS, except: OWN_HR(200) },
  'replacements.trail': { input: byNeed, statuses: HR_READS, except: OWN_HR(200) },
  // Nobody of the matrix is in the pool.
  'replacements.offer': { input: byNeed, statuses: HR_ACTS },
  'replacements.withdraw': { input: byNeed, statuses: HR_ACTS },
  'replacements.book': { input: bookable, statuses: HR_ACTS, except: OWN_HR(201) },
  // Seen by the HR of the two sides and the person, and by the administrator; nobody else knows that it is there.
  'replacements.cancelBooking': { input: booked, statuses: [401, 404, 404, 404, 404, 404, 404, 403], except: OWN_HR(200) },
  // It has not begun yet.
  'replacements.confirm': {
    input: async (scene) => ({ ...(await booked(scene)), minutes: 200 }),
    statuses: [401, 404, 404, 404, 404, 404, 404, 403],
    except: OWN_HR(403),
  },
};
