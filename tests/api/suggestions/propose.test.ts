import { contract } from '@beffroi/shared/contract';
import { SUGGESTION_LIMITS } from '@beffroi/shared/features/suggestions/suggestions.contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { NotificationModel } from '../../../server/src/features/notifications/notification.model.ts';
import { NotificationJobModel } from '../../../server/src/platform/notify.ts';
import { ok, refused } from '../../support/api-client.ts';
import { article, buildText, openText, paragraph, waitingSuggestions } from '../../support/live-text.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, type TestClub, type TestPerson } from '../../support/world.ts';

const { propose } = contract.suggestions;

let server: Server;
let club: TestClub;
let pilot: TestPerson;
let member: TestPerson;
let guest: TestPerson;
let outsider: TestPerson;
let reader: TestPerson;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub({ access: 'request' });
  pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
  member = await buildPerson(server, { clubs: [[club, 'member']], commune: 'onnaing', name: 'Juriste' });
  guest = await buildPerson(server, { clubs: [[club, 'guest']], commune: null });
  outsider = await buildPerson(server);
  reader = await buildPerson(server, { commune: 'onnaing' });
});

const BLOCKS = [
  article('prix', 'Prix'),
  paragraph('Les prix sont révisés chaque trimestre.'),
  article('delai', 'Délai'),
  paragraph('Le délai est de trente jours.'),
];
const inReview = () => buildText(pilot, club, BLOCKS);
const quarterly = { quote: 'chaque trimestre', text: 'une fois par an' };

describe('suggestions.propose', () => {
  test('marks the words that differ in everybody’s text, with the author the server knows', async () => {
    const { template, text } = await inReview();
    const made = await ok(member.session, propose, {
      id: template.id,
      anchor: text.anchor('révisés chaque trimestre'),
      quote: 'révisés chaque trimestre',
      text: 'révisés chaque année',
    });
    expect(made).toMatchObject({ author: { id: member.id, name: 'Juriste, Onnaing' }, deletedText: 'trimestre', insertedText: 'année' });
    await expect.poll(text.words).toContain('chaque trimestreannée.');
  });

  test('is told to those who animate the club, once a model until they have read of it', async () => {
    const { template, text } = await inReview();
    const told = () => NotificationModel.find({ personId: pilot.id, kind: 'suggestion', templateId: template.id }).lean();
    const carriedOut = () =>
      NotificationJobModel.countDocuments({ kind: 'suggestion', templateId: template.id, doneAt: { $exists: true } });
    const one = { quote: 'trimestre', text: 'semestre' };
    await ok(guest.session, propose, { id: template.id, anchor: text.anchor('trimestre'), ...one });
    await expect.poll(told).toMatchObject([{ by: { id: guest.id }, note: expect.stringContaining('semestre'), unread: true }]);
    await ok(member.session, propose, { id: template.id, anchor: text.anchor('trente'), quote: 'trente', text: 'vingt' });
    await expect.poll(carriedOut).toBe(2);
    expect(await told()).toHaveLength(1);
    await ok(pilot.session, contract.notifications.read, { templateId: template.id });
    await ok(guest.session, propose, { id: template.id, anchor: text.anchor('délai'), quote: 'délai', text: 'terme' });
    await expect.poll(async () => (await told()).length).toBe(2);
    // Who decides herself is told nothing of her own.
    await ok(pilot.session, propose, { id: template.id, anchor: text.anchor('jours'), quote: 'jours', text: 'semaines' });
    expect(await NotificationJobModel.countDocuments({ kind: 'suggestion', templateId: template.id })).toBe(3);
  });

  test('sent twice with one key is made once', async () => {
    const { template, text } = await inReview();
    const input = { id: template.id, anchor: text.anchor('chaque trimestre'), ...quarterly, idempotencyKey: crypto.randomUUID() };
    const first = await ok(member.session, propose, input);
    expect(await ok(member.session, propose, input)).toEqual(first);
  });

  test('of a passage that has changed is refused with the passage as it stands, and changes nothing', async () => {
    const { template, text } = await inReview();
    const anchor = text.anchor('chaque trimestre');
    await ok(member.session, propose, { id: template.id, anchor, ...quarterly });
    const { current, detail } = await refused(member.session, propose, { id: template.id, anchor, ...quarterly }, 'conflict');
    expect(current).toEqual({ text: '' });
    expect(detail).toContain('a changé');
  });

  test('is found again though others have written around it', async () => {
    const { template, text } = await inReview();
    const anchor = text.anchor('chaque trimestre');
    const [first, ...rest] = BLOCKS;
    text.write(first as object, paragraph('Un nouvel alinéa.'), ...rest);
    await expect.poll(async () => (await openText(pilot, template)).words()).toContain('nouvel alinéa');
    expect(await ok(guest.session, propose, { id: template.id, anchor, ...quarterly })).toMatchObject({ insertedText: 'une fois par an' });
  });

  test('is for who may propose: a reader’s own changes stay refused', async () => {
    const { template, text } = await inReview();
    const input = { id: template.id, anchor: text.anchor('chaque trimestre'), ...quarterly };
    await refused({ url: server.url, cookie: '' }, propose, input, 'unauthenticated');
    await refused(outsider.session, propose, input, 'not-found');
    const theirs = await openText(member, template);
    theirs.write(paragraph('Écrit de force.'));
    await ok(member.session, propose, input);
    expect((await openText(pilot, template)).words()).toContain('chaque trimestreune fois par an');
    expect((await openText(pilot, template)).words()).not.toContain('de force');
  });

  test('in an open club is not for who only reads, nor for anybody once the model is validated', async () => {
    const open = await buildClub({ access: 'open' });
    const leader = await buildPerson(server, { clubs: [[open, 'pilot']] });
    const { template, text } = await buildText(leader, open, BLOCKS);
    const input = { id: template.id, anchor: text.anchor('chaque trimestre'), ...quarterly };
    await refused(reader.session, propose, input, 'forbidden');
    await ok(leader.session, contract.templates.changeState, { id: template.id, to: 'validated', version: template.version });
    await refused(leader.session, propose, input, 'forbidden');
  });

  test('is refused where as many wait as one can decide, until some are decided', async () => {
    const { template, text } = await buildText(pilot, club, [...BLOCKS, waitingSuggestions(SUGGESTION_LIMITS.waiting)]);
    const input = { id: template.id, anchor: text.anchor('chaque trimestre'), ...quarterly };
    const { detail } = await refused(member.session, propose, input, 'forbidden');
    expect(detail).toContain('500 suggestions attendent déjà');
    await ok(pilot.session, contract.suggestions.decide, { id: template.id, decision: 'refuse', ids: ['waiting-0'] });
    await ok(member.session, propose, input);
  });

  test('says what is wrong with what was sent', async () => {
    const { template, text } = await inReview();
    const input = { id: template.id, anchor: text.anchor('chaque trimestre'), ...quarterly };
    await refused(member.session, propose, { ...input, anchor: { from: '<>', to: '' } }, 'invalid-input');
    await refused(member.session, propose, { ...input, text: 'x'.repeat(5_001) }, 'invalid-input');
    await refused(member.session, propose, { ...input, text: input.quote }, 'invalid-input');
    await refused(member.session, propose, { ...input, anchor: { from: 'AAAA', to: 'AAAA' } }, 'conflict');
  });
});
