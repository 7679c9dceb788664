import { contract } from '@beffroi/shared/contract';
import { call, ok, type Session } from '../../support/api-client.ts';
import { buildPerson } from '../../support/world.ts';
import type { Row, Rows, Statuses } from './rows.ts';
import type { Scene } from './scene.ts';

const { substitutes } = contract;

/** Agents and substitutes for themselves; a guest knows of no pool. */
const FOR_ONESELF: Statuses = [401, 200, 404, 200, 404, 200, 200, 200];
/** A commune’s part of the pool: its human resources, and the administrator to read. */
const READ: Pick<Row, 'statuses' | 'except'> = { statuses: [401, 403, 404, 403, 404, 403, 403, 200], except: { hrOwn: 200 } };
const ACT: Pick<Row, 'statuses' | 'except'> = { statuses: [401, 403, 404, 403, 404, 403, 403, 403], except: { hrOwn: 200 } };
const PROFILE = { metiers: ['atsem'], diplomas: ['cap-aepe'] };
const CALENDAR = { pattern: [], exceptions: [], version: 0 };

const bySlug = () => ({ slug: 'anzin' });
const byAuthor = ({ author }: Scene) => ({ slug: 'anzin', personId: author.id });
const declares = async ({ author }: Scene) => ok(author.session, substitutes.declare, PROFILE);
const isAgreedTo = async (scene: Scene) => {
  await declares(scene);
  const { session } = await buildPerson(scene.server, { roles: ['hr'] });
  await ok(session, substitutes.agree, byAuthor(scene));
};
/** In the pool, whoever may be. */
const once = (route: typeof substitutes.availability | typeof substitutes.saveAvailability, input: object) => async (session: Session) => {
  await call(session, substitutes.leave);
  const entered = await call(session, substitutes.declare, PROFILE);
  if (entered.status !== 200) return call(session, route, input);
  const { version } = await ok(session, substitutes.availability);
  return call(session, route, { ...input, ...('version' in input && { version }) });
};

/** Who may what with the pool of substitutes. */
export const substituteRows: Rows = {
  'substitutes.me': { statuses: FOR_ONESELF },
  'substitutes.declare': { input: () => PROFILE, statuses: FOR_ONESELF },
  'substitutes.leave': { statuses: FOR_ONESELF },
  'substitutes.availability': { send: once(substitutes.availability, {}), statuses: FOR_ONESELF },
  'substitutes.saveAvailability': { send: once(substitutes.saveAvailability, CALENDAR), statuses: FOR_ONESELF },
  'substitutes.list': { input: bySlug, ...READ },
  'substitutes.agree': { before: declares, input: byAuthor, ...ACT },
  'substitutes.withdraw': { before: isAgreedTo, input: byAuthor, ...ACT },
  'substitutes.acts': { input: bySlug, ...READ },
};
