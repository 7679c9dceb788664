import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { NotificationModel } from '../../../server/src/features/notifications/notification.model.ts';
import { sweepDecisions } from '../../../server/src/features/suggestions/settle-decision.ts';
import { SuggestionDecisionModel } from '../../../server/src/features/suggestions/suggestion-decision.model.ts';
import { ok, refused } from '../../support/api-client.ts';
import { article, buildText, openText, paragraph } from '../../support/live-text.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, type TestClub, type TestPerson } from '../../support/world.ts';

const { propose, decide, withdraw, decisions } = contract.suggestions;

let server: Server;
let club: TestClub;
let pilot: TestPerson;
let member: TestPerson;
let guest: TestPerson;
let outsider: TestPerson;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub({ access: 'request' });
  pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
  member = await buildPerson(server, { clubs: [[club, 'member']], commune: 'onnaing', name: 'Juriste' });
  guest = await buildPerson(server, { clubs: [[club, 'guest']], commune: null });
  outsider = await buildPerson(server);
});

const BLOCKS = [
  article('prix', 'Prix'),
  paragraph('Les prix sont révisés chaque trimestre.'),
  article('delai', 'Délai'),
  paragraph('Le délai est de trente jours.'),
];
const inReview = () => buildText(pilot, club, BLOCKS);
const quarterly = { quote: 'chaque trimestre', text: 'une fois par an' };

const proposeBoth = async () => {
  const { template, text } = await inReview();
  const price = await ok(member.session, propose, { id: template.id, anchor: text.anchor('chaque trimestre'), ...quarterly });
  const delay = await ok(guest.session, propose, {
    id: template.id,
    anchor: text.anchor('trente jours'),
    quote: 'trente jours',
    text: 'vingt jours',
  });
  return { template, text, price, delay };
};

describe('suggestions.decide', () => {
  test('accepts one and refuses another, in everybody’s text, on record, and their authors are told', async () => {
    const { template, text, price, delay } = await proposeBoth();
    const taken = await ok(pilot.session, decide, { id: template.id, decision: 'accept', ids: [price.id] });
    expect(taken).toMatchObject({
      decision: 'accept',
      by: { id: pilot.id },
      suggestions: [{ ...price, author: { id: member.id, name: 'Juriste' } }],
    });
    await ok(pilot.session, decide, { id: template.id, decision: 'refuse', ids: [delay.id] });
    await expect.poll(text.words).toBe('Prix\nLes prix sont révisés une fois par an.\nDélai\nLe délai est de trente jours.');
    await expect
      .poll(async () => NotificationModel.findOne({ personId: member.id, kind: 'suggestion-decision', templateId: template.id }).lean())
      .toMatchObject({ note: expect.stringContaining('Suggestion acceptée') });
    expect((await ok(guest.session, decisions, { id: template.id })).items.map(({ decision }) => decision)).toEqual(['refuse', 'accept']);
  });

  test('by article, or all at once', async () => {
    const { template, text, delay } = await proposeBoth();
    const taken = await ok(pilot.session, decide, { id: template.id, decision: 'accept', articleId: 'delai' });
    expect(taken.suggestions.map(({ id }) => id)).toEqual([delay.id]);
    await ok(pilot.session, decide, { id: template.id, decision: 'refuse', all: true });
    await expect.poll(text.words).toBe('Prix\nLes prix sont révisés chaque trimestre.\nDélai\nLe délai est de vingt jours.');
  });

  test('leaves what was anchored in the text beside where it was', async () => {
    const { template, text } = await proposeBoth();
    const anchor = text.anchor('Les prix sont');
    await ok(pilot.session, decide, { id: template.id, decision: 'accept', all: true });
    const comment = await ok(member.session, contract.comments.create, {
      id: template.id,
      anchor,
      body: { type: 'doc', content: [paragraph('Lesquels ?')] } as never,
    });
    expect(comment.quote).toBe('Les prix sont');
  });

  test('of two who decide at one instant, one is followed and one is told that it was', async () => {
    const { template, text, price } = await proposeBoth();
    const input = { id: template.id, ids: [price.id] };
    const answers = await Promise.allSettled([
      ok(pilot.session, decide, { ...input, decision: 'accept' }),
      ok(pilot.session, decide, { ...input, decision: 'refuse' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await SuggestionDecisionModel.countDocuments({ templateId: template.id })).toBe(1);
    await refused(pilot.session, decide, { ...input, decision: 'accept' }, 'not-found');
    expect(text.words()).toContain('Délai');
  });

  test('is done before the model is validated: what goes out holds no suggestion', async () => {
    const { template } = await proposeBoth();
    const validate = { id: template.id, to: 'validated', version: template.version } as const;
    const { detail, current } = await refused(pilot.session, contract.templates.changeState, validate, 'conflict');
    expect(detail).toContain('2 suggestions attendent');
    expect(current).toMatchObject({ id: template.id, state: 'review' });
    await ok(pilot.session, decide, { id: template.id, decision: 'accept', all: true });
    expect(await ok(pilot.session, contract.templates.changeState, validate)).toMatchObject({ state: 'validated' });
  });

  test('is for who may write in the document', async () => {
    const { template, price } = await proposeBoth();
    const input = { id: template.id, decision: 'accept', ids: [price.id] } as const;
    await refused({ url: server.url, cookie: '' }, decide, input, 'unauthenticated');
    await refused(outsider.session, decide, input, 'not-found');
    await refused(member.session, decide, input, 'forbidden');
    await refused(pilot.session, decide, { id: template.id, decision: 'accept' }, 'invalid-input');
    await refused(pilot.session, decide, { ...input, all: true }, 'invalid-input');
  });

  test('what a crash left written down but not done is struck from the record; what was done is told', async () => {
    const { template, text, price, delay } = await proposeBoth();
    const left = (suggestion: object) => ({
      templateId: template.id,
      documentId: template.documentId,
      clubId: club.id,
      decision: 'refuse',
      at: new Date(),
      by: { id: pilot.id, name: pilot.name, commune: null },
      suggestions: [suggestion],
      unsettled: new Date(0),
    });
    await ok(pilot.session, decide, { id: template.id, decision: 'refuse', ids: [delay.id] });
    await SuggestionDecisionModel.deleteMany({ templateId: template.id });
    await SuggestionDecisionModel.insertMany([left(price), left(delay)]);
    const { doc } = await openText(pilot, template);
    await sweepDecisions({ read: async () => doc } as never, { all: true });
    const { items } = await ok(pilot.session, decisions, { id: template.id });
    expect(items.map(({ suggestions }) => suggestions[0]?.id)).toEqual([delay.id]);
    expect(text.words()).toContain('une fois par an');
  });
});

describe('suggestions.withdraw', () => {
  test('takes back what one proposed oneself, and nobody else does', async () => {
    const { template, text, price } = await proposeBoth();
    const input = { id: template.id, suggestionId: price.id };
    await refused({ url: server.url, cookie: '' }, withdraw, input, 'unauthenticated');
    await refused(outsider.session, withdraw, input, 'not-found');
    await refused(guest.session, withdraw, input, 'forbidden');
    await refused(member.session, withdraw, { ...input, suggestionId: 'x'.repeat(65) }, 'invalid-input');
    expect(await ok(member.session, withdraw, input)).toMatchObject({ decision: 'withdraw', suggestions: [{ id: price.id }] });
    await expect.poll(text.words).toContain('révisés chaque trimestre.');
    await refused(member.session, withdraw, input, 'not-found');
  });
});

describe('suggestions.decisions', () => {
  test('are for the readers of the model, page by page', async () => {
    const { template, price, delay } = await proposeBoth();
    for (const { id } of [price, delay]) await ok(pilot.session, decide, { id: template.id, decision: 'accept', ids: [id] });
    await refused({ url: server.url, cookie: '' }, decisions, { id: template.id }, 'unauthenticated');
    await refused(outsider.session, decisions, { id: template.id }, 'not-found');
    await refused(pilot.session, decisions, { id: template.id, cursor: '!' }, 'invalid-input');
    const first = await ok(member.session, decisions, { id: template.id, limit: 1 });
    const second = await ok(member.session, decisions, { id: template.id, limit: 1, cursor: first.nextCursor as string });
    expect([...first.items, ...second.items].map(({ suggestions }) => suggestions[0]?.id)).toEqual([delay.id, price.id]);
    expect(second.nextCursor).toBeNull();
  });
});
