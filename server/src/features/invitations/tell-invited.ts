import { notify } from '../../platform/notify.ts';
import { territoryName } from '../directory/territory.queries.ts';
import { presentGrants } from './grants.ts';
import type { InvitationRecord } from './invitation.model.ts';

/**
 * Tells somebody who has an account that an invitation waits for her, where she is told of everything: here, and by mail unless she
 * chose otherwise. Its page knows her by her session, so that no link to keep secret is written anywhere. Safe to do twice.
 */
export const tellInvited = async ({ _id, serial, by, memberships }: InvitationRecord, personId: string): Promise<void> => {
  const id = _id.toHexString();
  const places = presentGrants(memberships).map(({ scope, name }) => (scope === 'club' ? `club ${name}` : name));
  await notify({
    key: `invitation:${id}:${serial}`,
    kind: 'invitation',
    byId: by.id,
    about: {
      kind: 'invitation',
      id,
      title: `Invitation à accepter\u00a0: ${places.join(', ')}`,
      place: territoryName() ?? 'Beffroi',
      path: '/invitation',
    },
    to: { people: [personId] },
  });
};
