import { contract } from '@beffroi/shared/contract';
import { expect, test } from 'vitest';
import { ok } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { startServer } from '../../support/start-server.ts';
import { buildTemplate, openTemplate } from '../../support/templates.ts';
import { buildClub, buildPerson } from '../../support/world.ts';

test('a caret bears the name of its person and no other, and follows it', async () => {
  const server = await startServer();
  const club = await buildClub();
  const pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
  const reader = await buildPerson(server, { commune: 'anzin', name: 'Responsable urbanisme' });
  const template = await buildTemplate(pilot, club);
  await ok(pilot.session, contract.templates.changeState, { id: template.id, version: template.version, to: 'review' });
  const [seeing, forged, honest] = [openTemplate(pilot, template), openTemplate(reader, template), openTemplate(reader, template)];
  await eventually(() => expect([seeing, forged, honest].every(({ provider }) => provider.synced)).toBe(true));
  const bear = ({ provider }: typeof seeing, name: string) => provider.awareness.setLocalStateField('user', { id: reader.id, name });
  const shown = ({ doc }: typeof seeing) => seeing.provider.awareness.getStates().get(doc.clientID)?.user?.name;

  bear(forged, 'Maire, Valenciennes');
  bear(honest, 'Responsable urbanisme, Anzin');
  await eventually(() => expect(shown(honest)).toBe('Responsable urbanisme, Anzin'));
  expect(shown(forged)).toBeUndefined();

  await ok(reader.session, contract.accounts.updateProfile, { name: 'Agent voirie', function: 'Agent', phone: null, expertise: [] });
  await eventually(() => expect(honest.closed).toEqual([4410]));
  bear(honest, 'Agent voirie, Anzin');
  await eventually(() => expect(shown(honest)).toBe('Agent voirie, Anzin'));
});
