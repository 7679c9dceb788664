import { buildApplication, planInterview, sendApplication } from '../../support/applications.ts';
import { buildVacancy } from '../../support/vacancies.ts';
import { buildPerson } from '../../support/world.ts';
import type { Row, Rows } from './rows.ts';
import type { Scene } from './scene.ts';

/** An application of the scene's author is hers and her future HR's: for all the others it is not there, the administrator's too. */
const HR_ONLY: Pick<Row, 'statuses' | 'except'> = { statuses: [401, 404, 404, 404, 404, 404, 404, 404], except: { hrOwn: 200 } };

const vacancyOf = async ({ server }: Scene) => {
  const hr = await buildPerson(server, { roles: ['hr'] });
  return { hr, vacancy: await buildVacancy(hr) };
};
const sent = async (scene: Scene) => {
  const { hr, vacancy } = await vacancyOf(scene);
  return { hr, application: await buildApplication(scene.author, vacancy.id) };
};
const byId = async (scene: Scene) => ({ id: (await sent(scene)).application.id });
const interview = { at: new Date(Date.now() + 5 * 86_400_000).toISOString(), minutes: 45, place: 'Mairie d’Anzin', note: '' };

/** Who may what with applications. */
export const applicationRows: Rows = {
  'applications.apply': {
    send: async (session, scene) => sendApplication(session, (await vacancyOf(scene)).vacancy.id),
    statuses: [401, 201, 404, 201, 404, 201, 201, 201],
    except: { hrOwn: 403 },
  },
  'applications.ofVacancy': {
    input: async (scene) => ({ id: (await vacancyOf(scene)).vacancy.id }),
    statuses: [401, 403, 404, 404, 404, 403, 403, 403],
    except: { hrOwn: 200, substitute: 403 },
  },
  'applications.mine': { statuses: [401, 200, 404, 200, 404, 200, 200, 200] },
  'applications.today': { statuses: [401, 200, 404, 200, 404, 200, 200, 200] },
  'applications.get': { input: byId, ...HR_ONLY },
  'applications.plan': { input: async (scene) => ({ ...(await byId(scene)), version: 1, ...interview }), ...HR_ONLY },
  'applications.decide': {
    input: async (scene) => ({ ...(await byId(scene)), version: 1, decision: 'declined', message: 'Merci de votre candidature.' }),
    ...HR_ONLY,
  },
  // HR reads it, and does not take it back for the candidate.
  'applications.withdraw': { input: byId, ...HR_ONLY, except: { hrOwn: 403 } },
  'applications.download': { input: async (scene) => ({ ...(await byId(scene)), file: 'cv' }), ...HR_ONLY },
  'applications.calendar': {
    input: async (scene) => {
      const { hr, application } = await sent(scene);
      await planInterview(hr, application);
      return { id: application.id };
    },
    ...HR_ONLY,
  },
  'applications.trail': { input: byId, ...HR_ONLY },
};
