import { documentSchema } from '@beffroi/shared/collab/document-schema';
import { proposalsOf } from '@beffroi/shared/collab/proposals';
import { contract } from '@beffroi/shared/contract';
import type { RichText } from '@beffroi/shared/core/rich-text';
import { SUGGESTION_LIMITS } from '@beffroi/shared/features/suggestions/suggestions.contract';
import type { Template } from '@beffroi/shared/features/templates/templates.contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { contentOf, writeContent } from '../../../server/src/collab/document-content.ts';
import { NotificationJobModel } from '../../../server/src/platform/notify.ts';
import { ok, refused } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { article, buildText, waitingSuggestions } from '../../support/live-text.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildTemplate, openTemplate } from '../../support/templates.ts';
import { buildClub, buildPerson, buildReply, buildThread, type TestClub, type TestPerson } from '../../support/world.ts';

const { create, ofTemplate, ofThread, outline } = contract.clauses;

let server: Server;
let club: TestClub;
let pilot: TestPerson;
let asker: TestPerson;
let reader: TestPerson;
let outsider: TestPerson;
let guest: TestPerson;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub();
  pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
  asker = await buildPerson(server, { clubs: [[club, 'member']] });
  reader = await buildPerson(server);
  guest = await buildPerson(server, { clubs: [[club, 'guest']], commune: null });
  outsider = await buildPerson(server, { commune: null, substitute: true });
});

const resolved = async (answer = 'La révision est annuelle.') => {
  const { thread } = await buildThread(server, { club, author: asker });
  const reply = await buildReply(pilot, thread.id, answer);
  await ok(asker.session, contract.forum.accept, { id: thread.id, replyId: reply.id });
  return thread.id;
};

/** A model with two articles, as its pilot wrote them. */
const withArticles = async (): Promise<Template> => {
  const template = await buildTemplate(pilot, club);
  const page = openTemplate(pilot, template);
  await eventually(() => expect(page.provider.synced).toBe(true));
  const text = (words: string) => [documentSchema.text(words)];
  const heading = (id: string, words: string) => documentSchema.node('heading', { level: 1, id }, text(words));
  const paragraph = (words: string) => documentSchema.node('paragraph', null, text(words));
  const content = [heading('prix', 'Prix'), paragraph('Les prix sont fermes.'), heading('delais', 'Délais'), paragraph('Trente jours.')];
  writeContent(page.doc, documentSchema.node('doc', null, content));
  await eventually(async () => expect((await ok(reader.session, outline, { id: template.id })).items).toHaveLength(2));
  return template;
};

describe('clauses.create', () => {
  test('proposes the answer at the end of the article, with a link that both pages show', async () => {
    const [id, template] = [await resolved('La révision est annuelle.\nElle suit un indice publié.'), await withArticles()];
    const page = openTemplate(reader, template);
    const clause = await ok(asker.session, create, { id, templateId: template.id, articleId: 'prix' });
    expect(clause).toMatchObject({ article: 'Article 1 – Prix', by: { id: asker.id }, template: { id: template.id, kind: 'ccap' } });
    await eventually(() =>
      expect(page.text().replaceAll(/\s+/g, ' ')).toBe(
        'Prix Les prix sont fermes. La révision est annuelle. Elle suit un indice publié. Délais Trente jours.',
      ),
    );
    const { content } = await ok(reader.session, contract.templates.content, { id: template.id });
    expect(JSON.stringify(content)).toContain('"insertion"');
    expect((await ok(reader.session, ofThread, { id })).items).toEqual([clause]);
    expect((await ok(reader.session, ofTemplate, { id: template.id })).items).toMatchObject([{ articleId: 'prix', thread: { id } }]);
  });
  test('is refused where as many suggestions wait as one can decide', async () => {
    const id = await resolved();
    const { template } = await buildText(pilot, club, [article('prix', 'Prix'), waitingSuggestions(SUGGESTION_LIMITS.waiting)]);
    const clause = { id, templateId: template.id, articleId: 'prix' };
    const { detail } = await refused(asker.session, create, clause, 'forbidden');
    expect(detail).toContain('500 suggestions attendent déjà');
    expect((await ok(reader.session, ofThread, { id })).items).toEqual([]);
    await ok(pilot.session, contract.suggestions.decide, { id: template.id, decision: 'refuse', ids: ['waiting-0'] });
    await ok(asker.session, create, clause);
  });
  test('keeps the lists, the emphasis and the links of the answer: accepted they stand so, refused they leave no trace', async () => {
    const text = (words: string, ...marks: object[]) => ({ type: 'text', text: words, marks });
    const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
    const item = (...content: object[]) => ({ type: 'listItem', content });
    const list = (type: 'bulletList' | 'orderedList', ...content: object[]) => ({ type, content });
    const insee = { type: 'link', attrs: { href: 'https://www.insee.fr/' } };
    const steps = list('orderedList', item(paragraph(text('Constater'))), item(paragraph(text('Mettre en demeure'))));
    const body = [
      paragraph(text('La révision est '), text('annuelle', { type: 'bold' }), text(' :')),
      list('bulletList', item(paragraph(text('un indice publié', insee))), item(paragraph(text('deux étapes')), steps)),
    ];
    const { thread } = await buildThread(server, { club, author: asker });
    const answer = { type: 'doc', content: body } as unknown as RichText;
    const reply = await ok(pilot.session, contract.forum.reply, { id: thread.id, body: answer });
    await ok(asker.session, contract.forum.accept, { id: thread.id, replyId: reply.id });
    const template = await withArticles();
    const read = async () =>
      documentSchema.nodeFromJSON((await ok(reader.session, contract.templates.content, { id: template.id })).content);
    const input = { id: thread.id, templateId: template.id, articleId: 'prix' };
    const decide = (decision: 'accept' | 'refuse') =>
      ok(pilot.session, contract.suggestions.decide, { id: template.id, decision, articleId: 'prix' });
    const before = await read();
    await ok(asker.session, create, input);
    expect(proposalsOf(await read())).toMatchObject([{ articleId: 'prix', authorId: asker.id }]);
    await decide('refuse');
    expect((await read()).toJSON()).toEqual(before.toJSON());
    await ok(asker.session, create, input);
    await decide('accept');
    expect((await read()).children.slice(2, -2).map(String)).toEqual([
      'paragraph("La révision est ", bold("annuelle"), " :")',
      'bulletList(listItem(paragraph(link("un indice publié"))), listItem(paragraph("deux étapes"), ' +
        'orderedList(listItem(paragraph("Constater")), listItem(paragraph("Mettre en demeure")))))',
    ]);
    expect(proposalsOf(await read())).toEqual([]);
  });
  test('is done once for each article', async () => {
    const [id, template] = [await resolved(), await withArticles()];
    const input = { id, templateId: template.id, articleId: null };
    const sent = await Promise.allSettled([1, 2, 3].map(() => ok(asker.session, create, input)));
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await refused(asker.session, create, input, 'conflict');
    const { content } = await ok(reader.session, contract.templates.content, { id: template.id });
    expect(JSON.stringify(content).split('La révision est annuelle.')).toHaveLength(2);
  });
  test('tells those who animate the club, and may be done again once it is refused, not once it is accepted', async () => {
    const [id, template] = [await resolved(), await withArticles()];
    const input = { id, templateId: template.id, articleId: 'prix' };
    const states = async () => [
      ...(await ok(reader.session, ofThread, { id })).items.map(({ state }) => state),
      ...(await ok(reader.session, ofTemplate, { id: template.id })).items.map(({ state }) => state),
    ];
    const told = () => NotificationJobModel.countDocuments({ kind: 'suggestion', templateId: template.id });
    const decide = (decision: 'accept' | 'refuse') =>
      ok(pilot.session, contract.suggestions.decide, { id: template.id, decision, articleId: 'prix' });
    await ok(guest.session, create, input);
    expect(await told()).toBe(1);
    await decide('refuse');
    expect(await states()).toEqual(['refused', 'refused']);
    const sent = await Promise.allSettled([1, 2].map(() => ok(asker.session, create, input)));
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await states()).toEqual(['proposed', 'proposed']);
    await decide('accept');
    expect(await states()).toEqual(['accepted', 'accepted']);
    await refused(asker.session, create, input, 'conflict');
  });
  test('says that it was taken out of the text when somebody deletes it there, and may be done again', async () => {
    const [id, template] = [await resolved(), await withArticles()];
    const input = { id, templateId: template.id, articleId: 'prix' };
    const page = openTemplate(pilot, template);
    await eventually(() => expect(page.provider.synced).toBe(true));
    const before = contentOf(page.doc);
    const ofBoth = async () => [
      ...(await ok(reader.session, ofThread, { id })).items.map(({ state }) => state),
      ...(await ok(reader.session, ofTemplate, { id: template.id })).items.map(({ state }) => state),
    ];
    await ok(asker.session, create, input);
    await eventually(() => expect(page.text()).toContain('annuelle'));
    writeContent(page.doc, before);
    await eventually(async () => expect(await ofBoth()).toEqual(['withdrawn', 'withdrawn']));
    await ok(asker.session, create, input);
    expect(await ofBoth()).toEqual(['proposed', 'proposed']);
    await refused(asker.session, create, input, 'conflict');
    // Deleted once more, and at once proposed again: it is the text itself that is asked.
    await eventually(() => expect(page.text()).toContain('annuelle'));
    writeContent(page.doc, before);
    await eventually(async () => expect((await ok(reader.session, ofTemplate, { id: template.id })).items[0]?.state).toBe('withdrawn'));
    await ok(asker.session, create, input);
    await eventually(() => expect(proposalsOf(contentOf(page.doc))).toHaveLength(1));
    const [standing] = proposalsOf(contentOf(page.doc));
    await ok(asker.session, contract.suggestions.withdraw, { id: template.id, suggestionId: standing?.id ?? '' });
    expect(await ofBoth()).toEqual(['withdrawn', 'withdrawn']);
  });
  test('needs an accepted answer, an article that is there, and the right to propose', async () => {
    const [id, template] = [await resolved(), await withArticles()];
    const input = { id, templateId: template.id, articleId: 'delais' };
    await refused(reader.session, create, input, 'forbidden');
    await refused(outsider.session, create, input, 'not-found');
    await refused(asker.session, create, { ...input, articleId: 'garanties' }, 'conflict');
    const { thread } = await buildThread(server, { club, author: asker });
    await refused(asker.session, create, { ...input, id: thread.id }, 'forbidden');
    await refused(asker.session, create, { ...input, articleId: 3 }, 'invalid-input');
  });
});

describe('clauses.ofThread', () => {
  test('calls the article what it is called now that it moved', async () => {
    const [id, template] = [await resolved(), await withArticles()];
    await ok(asker.session, create, { id, templateId: template.id, articleId: 'delais' });
    const page = openTemplate(pilot, template);
    await eventually(() => expect(page.provider.synced).toBe(true));
    const heading = documentSchema.node('heading', { level: 1, id: 'delais' }, [documentSchema.text('Délais d’exécution')]);
    writeContent(page.doc, documentSchema.node('doc', null, [heading, documentSchema.node('paragraph')]));
    const article = 'Article 1 – Délais d’exécution';
    await eventually(async () => expect((await ok(reader.session, ofThread, { id })).items).toMatchObject([{ article }]));
    expect((await ok(reader.session, ofTemplate, { id: template.id })).items).toMatchObject([{ article }]);
  });
  test('shows the articles each reader may read', async () => {
    const closed = await buildClub({ access: 'request' });
    const inside = await buildPerson(server, { clubs: [[closed, 'pilot']] });
    const secret = await buildTemplate(inside, closed);
    const id = await resolved();
    await ok(inside.session, create, { id, templateId: secret.id, articleId: null });
    expect((await ok(inside.session, ofThread, { id })).items).toHaveLength(1);
    expect(await ok(reader.session, ofThread, { id })).toEqual({ items: [], abilities: { 'clause.create': false } });
  });
});

describe('clauses.ofTemplate', () => {
  test('shows the threads each reader may read, of a model she reads', async () => {
    const closed = await buildClub({ access: 'request' });
    const inside = await buildPerson(server, {
      clubs: [
        [closed, 'pilot'],
        [club, 'member'],
      ],
    });
    const { thread } = await buildThread(server, { club: closed, author: inside });
    const reply = await buildReply(inside, thread.id);
    await ok(inside.session, contract.forum.accept, { id: thread.id, replyId: reply.id });
    const template = await buildTemplate(pilot, club);
    await ok(inside.session, create, { id: thread.id, templateId: template.id, articleId: null });
    expect((await ok(inside.session, ofTemplate, { id: template.id })).items).toHaveLength(1);
    expect((await ok(reader.session, ofTemplate, { id: template.id })).items).toEqual([]);
    await refused(outsider.session, ofTemplate, { id: template.id }, 'not-found');
  });
});

describe('clauses.outline', () => {
  test('gives the headings one may name, with their numbers', async () => {
    const { id } = await withArticles();
    expect((await ok(reader.session, outline, { id })).items).toEqual([
      { id: 'prix', level: 1, number: 'Article 1', text: 'Prix' },
      { id: 'delais', level: 1, number: 'Article 2', text: 'Délais' },
    ]);
    await refused(outsider.session, outline, { id }, 'not-found');
  });
});
