import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildTemplate, openTemplate } from '../../support/templates.ts';
import { buildClub, buildPerson, buildReply, buildThread, type TestPerson } from '../../support/world.ts';

const { models, outline } = contract.clauses;

let server: Server;
let reader: TestPerson;
beforeAll(async () => {
  server = await startServer();
  reader = await buildPerson(server);
});

describe('clauses.models', () => {
  const titles = async (who: TestPerson, id: string, q?: string) =>
    (await ok(who.session, models, { id, q })).items.map(({ title, clubSlug, found }) => [clubSlug, title, found]);
  /** A thread that is resolved in a club of its own, with a member of another club, later in order, who may read both. */
  const scene = async () => {
    const [other, own] = [await buildClub(), await buildClub()];
    const both = await buildPerson(server, {
      clubs: [
        [own, 'guest'],
        [other, 'member'],
      ],
    });
    const lead = await buildPerson(server, {
      clubs: [
        [own, 'pilot'],
        [other, 'pilot'],
      ],
    });
    const { thread } = await buildThread(server, { club: own, author: lead });
    await ok(lead.session, contract.forum.accept, { id: thread.id, replyId: (await buildReply(lead, thread.id)).id });
    return { other, own, both, lead, id: thread.id };
  };

  test('are those one may propose in, of the thread’s club first, then the last written in', async () => {
    const { other, own, both, lead, id } = await scene();
    await buildTemplate(lead, own, { title: 'CCAP Voirie' });
    await buildTemplate(lead, other, { title: 'CCTP Voirie' });
    const frozen = await buildTemplate(lead, own, { title: 'CCAP validé' });
    await ok(lead.session, contract.templates.changeState, { id: frozen.id, to: 'validated', version: frozen.version });
    const reviewed = await buildTemplate(lead, other, { title: 'CCAP en relecture' });
    await ok(lead.session, contract.templates.changeState, { id: reviewed.id, to: 'review', version: reviewed.version });
    const deleted = await buildTemplate(lead, own, { title: 'CCAP supprimé' });
    await ok(lead.session, contract.templates.delete, { id: deleted.id });
    expect(await titles(both, id)).toEqual([
      [own.slug, 'CCAP Voirie', null],
      [other.slug, 'CCAP en relecture', null],
      [other.slug, 'CCTP Voirie', null],
    ]);
    // Who has no place in these clubs reads their models, and proposes in none.
    expect(await titles(reader, id)).toEqual([]);
    const administrator = await buildPerson(server, { administrator: true });
    expect((await titles(administrator, id)).slice(0, 1)).toEqual([[own.slug, 'CCAP Voirie', null]]);
  });

  test('are found by kind, by name as it is typed, and by text, which says in which article', async () => {
    const { other, own, both, lead, id } = await scene();
    const word = `zephyr${crypto
      .randomUUID()
      .slice(0, 4)
      .replaceAll(/[^a-z]/g, 'q')}`;
    const written = await buildTemplate(lead, own, { kind: 'cctp', title: 'Entretien des locaux' });
    await buildTemplate(lead, other, { title: `Nettoyage au ${word}` });
    const page = openTemplate(lead, written);
    await vi.waitFor(() => expect(page.provider.synced).toBe(true));
    page.title('Produits', 'produits');
    page.write(`On lave au ${word}.`);
    await vi.waitFor(async () => expect((await ok(both.session, outline, { id: written.id })).items).toHaveLength(1));
    // Search reads a text that is being written from time to time, and at once when its card changes.
    const { kind, version } = written;
    const renamed = await ok(lead.session, contract.templates.describe, { id: written.id, kind, title: 'Nettoyage des locaux', version });
    const found = [own.slug, 'Nettoyage des locaux', 'Article 1 – Produits'];
    await vi.waitFor(async () => expect(await titles(both, id, word)).toEqual([found, [other.slug, `Nettoyage au ${word}`, null]]));
    expect(await titles(both, id, `cctp ${word.slice(0, -1)}`)).toEqual([found]);
    expect(await titles(both, id, 'cctp nettoyage loc')).toEqual([[own.slug, 'Nettoyage des locaux', null]]);
    expect(await titles(both, id, `${word} absent`)).toEqual([]);
    // As soon as it is frozen, whatever search has heard of it.
    await ok(lead.session, contract.templates.changeState, { id: written.id, to: 'validated', version: renamed.version });
    expect(await titles(both, id, 'nettoyage loc')).toEqual([]);
  });

  test('are of a thread one may read, and that was answered', async () => {
    const closed = await buildClub({ access: 'request' });
    const inside = await buildPerson(server, { clubs: [[closed, 'member']] });
    const { thread } = await buildThread(server, { club: closed, author: inside });
    await refused(inside.session, models, { id: thread.id }, 'forbidden');
    await refused(reader.session, models, { id: thread.id }, 'not-found');
    await refused(inside.session, models, { id: thread.id, q: 'a'.repeat(201) }, 'invalid-input');
  });

  test('says when there are more than are shown', async () => {
    const { own, both, lead, id } = await scene();
    for (let made = 0; made < 31; made++) await buildTemplate(lead, own, { title: `Modèle ${made}` });
    const { items, more } = await ok(both.session, models, { id });
    expect([items.length, items[0]?.title, more]).toEqual([30, 'Modèle 30', true]);
  });
});
