import { contract } from '@beffroi/shared/contract';
import { call } from '../../support/api-client.ts';
import { buildPerson } from '../../support/world.ts';
import type { Row, Rows, Statuses } from './rows.ts';
import { inviteInScene, newInvitation, type Scene } from './scene.ts';

/** A commune's people are its own referents' and the administrator's. */
const REFERENT: Pick<Row, 'statuses' | 'except'> = {
  statuses: [401, 403, 403, 403, 403, 403, 403, 200],
  except: { referentOwn: 200 },
};
const NOWHERE: Statuses = [404, 404, 404, 404, 404, 404, 404, 404];
const CSV = 'adresse;nom;clubs\nquelquun@essai.example;Agent technique;';

const byAgent = ({ author }: Scene) => ({ slug: 'anzin', personId: author.id });
const byInvitation = async (scene: Scene) => ({ id: await inviteInScene(scene) });

/** Who looks after whose accounts. */
export const peopleRows: Rows = {
  'agents.list': { input: () => ({ slug: 'anzin' }), ...REFERENT },
  'agents.changeRoles': { input: (scene) => ({ ...byAgent(scene), roles: ['hr'] }), ...REFERENT },
  'agents.remove': { input: byAgent, ...REFERENT },
  'agents.suspend': { input: byAgent, ...REFERENT },
  'agents.reactivate': {
    before: async ({ server, author }) => {
      const { session } = await buildPerson(server, { administrator: true });
      await call(session, contract.agents.suspend, { slug: 'anzin', personId: author.id });
    },
    input: byAgent,
    ...REFERENT,
  },
  'agents.acts': { input: () => ({ slug: 'anzin' }), ...REFERENT },
  // Into the scene's club: a referent invites into her commune.
  'invitations.create': { input: ({ club }) => newInvitation(club), statuses: [401, 403, 403, 403, 403, 403, 201, 201] },
  'invitations.list': {
    statuses: [401, 403, 403, 403, 403, 403, 200, 200],
    except: { pilotElsewhere: 200, referentOwn: 200, referentOther: 200, hrOwn: 200, hrOther: 200 },
  },
  'invitations.resend': { input: byInvitation, statuses: [401, 404, 404, 404, 404, 404, 200, 200] },
  'invitations.revoke': { input: byInvitation, statuses: [401, 404, 404, 404, 404, 404, 200, 200] },
  'invitations.dryRun': {
    input: () => ({ csv: CSV }),
    statuses: [401, 403, 403, 403, 403, 403, 200, 200],
    except: { pilotElsewhere: 200, referentOwn: 200, referentOther: 200 },
  },
  // The hash is of no plan: whoever may import is told so.
  'invitations.batch': {
    input: () => ({ csv: CSV, hash: 'x' }),
    statuses: [401, 403, 403, 403, 403, 403, 409, 409],
    except: { pilotElsewhere: 409, referentOwn: 409, referentOther: 409 },
  },
  'invitations.readLink': { input: () => ({ token: 'x' }), statuses: NOWHERE },
  'invitations.acceptLink': { input: () => ({ token: 'x' }), statuses: NOWHERE },
};
