import { send } from '../../support/api-client.ts';
import { ANYONE, bySlug, byThread, CREATED_INSIDE, INSIDE, type Rows, SIGNED_IN, type Statuses } from './rows.ts';
import { imageInScene, uploadImage } from './scene.ts';

/** A territory is created once: afterwards nobody may, whoever asks. */
const ONLY_ONCE: Statuses = [409, 409, 409, 409, 409, 409, 409, 409];

const DEVICE = {
  endpoint: 'https://updates.push.services.mozilla.com/wpush/v2/essai',
  keys: { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) },
};

const newTerritory = () => ({
  code: 'ABCD',
  siren: '200039865',
  name: 'Metz Métropole',
  clubs: [],
  administrator: { email: 'admin@essai.example', name: 'Administration', function: 'Administration', password: 'un-mot-de-passe-long' },
  idempotencyKey: crypto.randomUUID(),
});

/** People, what is found across clubs, and the territory itself. */
export const territoryRows: Rows = {
  'accounts.me': { statuses: SIGNED_IN },
  'accounts.updateProfile': {
    input: () => ({ name: 'Nouveau nom', function: 'Agente', phone: null, expertise: [] }),
    statuses: SIGNED_IN,
  },
  'accounts.demoAccounts': { statuses: ANYONE },
  'attention.unread': { statuses: SIGNED_IN },
  'attention.catchUp': { statuses: SIGNED_IN },
  'attention.clear': { input: () => ({ until: new Date().toISOString() }), statuses: SIGNED_IN },
  'attention.setRead': { input: ({ thread }) => ({ id: thread.id, number: 0 }), statuses: INSIDE },
  'attention.followThread': { input: ({ thread }) => ({ id: thread.id, level: 'all' }), statuses: INSIDE },
  'attention.followClub': { input: ({ club }) => ({ slug: club.slug, level: 'muted' }), statuses: INSIDE },
  'attention.visitClub': { input: bySlug, statuses: INSIDE },
  'attention.readClub': { input: ({ club }) => ({ slug: club.slug, until: new Date().toISOString() }), statuses: INSIDE },
  'bookmarks.list': { statuses: SIGNED_IN },
  'bookmarks.get': { input: byThread, statuses: INSIDE },
  'bookmarks.set': { input: byThread, statuses: INSIDE },
  'bookmarks.unset': { input: byThread, statuses: INSIDE },
  'directory.communes': { statuses: [401, 200, 403, 403, 403, 200, 200, 200] },
  'directory.people': { statuses: SIGNED_IN },
  'directory.person': { input: ({ author }) => ({ id: author.id }), statuses: [401, 200, 404, 404, 200, 200, 200, 200] },
  'images.upload': { send: (session, { club }) => uploadImage(session, club), statuses: CREATED_INSIDE },
  'images.get': { send: async (session, scene) => send(session, `/api/images/${await imageInScene(scene)}`), statuses: INSIDE },
  'notifications.list': { statuses: SIGNED_IN },
  'notifications.unread': { statuses: SIGNED_IN },
  'notifications.read': { input: ({ thread }) => ({ threadId: thread.id }), statuses: SIGNED_IN },
  'notifications.settings': { statuses: SIGNED_IN },
  'notifications.push': { statuses: SIGNED_IN },
  'notifications.addDevice': { input: () => DEVICE, statuses: [401, 201, 201, 201, 201, 201, 201, 201] },
  'notifications.removeDevice': { input: () => ({ endpoint: DEVICE.endpoint }), statuses: SIGNED_IN },
  'notifications.saveSettings': {
    input: ({ club }) => ({ kinds: [], exceptions: [{ club: club.slug, kind: 'reply', channel: 'bell' }], mailsPerDay: 8 }),
    statuses: [401, 200, 404, 404, 200, 200, 200, 200],
  },
  'search.search': { input: () => ({ q: 'demande' }), statuses: SIGNED_IN },
  'territory.get': { statuses: ANYONE },
  'territory.unlock': { input: () => ({ code: 'ABCD' }), statuses: ONLY_ONCE },
  'territory.search': { input: () => ({ code: 'ABCD', q: 'metz' }), statuses: ONLY_ONCE },
  'territory.preview': { input: () => ({ code: 'ABCD', siren: '200039865' }), statuses: ONLY_ONCE },
  'territory.create': { input: newTerritory, statuses: ONLY_ONCE },
  'today.today': { statuses: SIGNED_IN },
};
