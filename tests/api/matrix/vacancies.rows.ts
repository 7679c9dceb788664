import { contract } from '@beffroi/shared/contract';
import { ok } from '../../support/api-client.ts';
import { buildAttached, buildVacancy, sendAttachment } from '../../support/vacancies.ts';
import { buildPerson } from '../../support/world.ts';
import type { Row, Rows, Statuses } from './rows.ts';
import type { Scene } from './scene.ts';

/** What every agent does; who serves no commune lists no vacancies. */
const AGENTS: Statuses = [401, 200, 404, 404, 404, 200, 200, 200];
/** Agents read it; its commune's HR alone acts, the administrator does not. */
const OWN_HR: Pick<Row, 'statuses' | 'except'> = {
  statuses: [401, 403, 404, 404, 404, 403, 403, 403],
  except: { hrOwn: 200, substitute: 403 },
};
/** Substitutes from outside read what they may apply for. */
const READERS: Pick<Row, 'statuses' | 'except'> = { statuses: AGENTS, except: { substitute: 200 } };
const COMMUNE_OF = { slug: 'anzin' };

const hrOf = ({ server }: Scene) => buildPerson(server, { roles: ['hr'] });
const published = async (scene: Scene) => ({ id: (await buildVacancy(await hrOf(scene))).id });
const draft = async (scene: Scene) => ({ id: (await buildVacancy(await hrOf(scene), { publish: false })).id });
const attached = async (scene: Scene) => buildAttached(await hrOf(scene));
const settings = { publicPage: false, authority: '', organisation: '', contact: '', recipient: '', benefits: '' };

/** A search of nobody in the cast. */
const search = async ({ author }: Scene) => ({
  id: (await ok(author.session, contract.vacancies.saveSearch, { name: 'Une recherche', filters: {} })).id,
});
const NOBODY: Statuses = [401, 404, 404, 404, 404, 404, 404, 404];

/** Who may what with vacancies. */
export const vacancyRows: Rows = {
  'vacancies.list': { statuses: AGENTS },
  'vacancies.create': {
    input: () => ({ commune: 'anzin', title: 'ATSEM (F/H)' }),
    statuses: [401, 403, 404, 404, 404, 403, 403, 403],
    except: { hrOwn: 201 },
  },
  'vacancies.searches': { statuses: AGENTS },
  'vacancies.saveSearch': {
    input: () => ({ name: 'Une recherche', filters: {} }),
    statuses: [401, 201, 404, 404, 404, 201, 201, 201],
  },
  'vacancies.changeSearch': { input: async (scene) => ({ ...(await search(scene)), alert: false }), statuses: NOBODY },
  'vacancies.removeSearch': { input: search, statuses: NOBODY },
  'vacancies.get': { input: published, ...READERS },
  'vacancies.edit': { input: async (scene) => ({ ...(await published(scene)), version: 1, place: 'Hôtel de ville' }), ...OWN_HR },
  'vacancies.attach': { send: async (session, scene) => sendAttachment(session, await buildVacancy(await hrOf(scene))), ...OWN_HR },
  'vacancies.detach': {
    input: async (scene) => {
      const { id, version } = await attached(scene);
      return { id, version };
    },
    ...OWN_HR,
  },
  'vacancies.attachment': { input: async (scene) => ({ id: (await attached(scene)).id }), ...READERS },
  // A draft is its own HR's.
  'vacancies.publish': { input: draft, statuses: NOBODY, except: { hrOwn: 200 } },
  'vacancies.remove': { input: draft, statuses: NOBODY, except: { hrOwn: 200 } },
  'vacancies.close': { input: async (scene) => ({ ...(await published(scene)), as: 'filled' }), ...OWN_HR },
  'vacancies.extend': { input: published, ...OWN_HR },
  'vacancies.trail': { input: published, statuses: [401, 403, 404, 404, 404, 403, 403, 200], except: { hrOwn: 200, substitute: 403 } },
  'vacancies.settings': { input: () => COMMUNE_OF, statuses: AGENTS },
  'vacancies.saveSettings': {
    input: () => ({ ...COMMUNE_OF, ...settings }),
    statuses: [401, 403, 404, 404, 404, 403, 403, 403],
    except: { hrOwn: 200, referentOwn: 200 },
  },
  'directory.setCentre': {
    input: () => ({ ...COMMUNE_OF, centre: { latitude: 50.372, longitude: 3.505 } }),
    statuses: [401, 403, 404, 404, 404, 403, 403, 200],
    except: { referentOwn: 200 },
  },
};
