import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { buildText, paragraph } from '../../support/live-text.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, buildThread, type TestClub, type TestPerson } from '../../support/world.ts';

const { forum, moderation } = contract;

let server: Server;
let club: TestClub;
let pilot: TestPerson;
let agent: TestPerson;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub();
  pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
  agent = await buildPerson(server);
});

const actions = async (slug = club.slug) =>
  (await ok(pilot.session, moderation.trail, { slug, limit: 100 })).items.map(({ action }) => action);

describe('moderation.trail', () => {
  test('tells of tags changed, an answer chosen for its asker, a comment of another’s taken away', async () => {
    const place = await buildClub();
    const animator = await buildPerson(server, { clubs: [[place, 'pilot']] });
    const member = await buildPerson(server, { clubs: [[place, 'member']] });
    const said = async () =>
      (await ok(animator.session, moderation.trail, { slug: place.slug })).items.map(({ action, target, before, after }) => [
        action,
        target.label,
        before ?? after,
      ]);
    const { version } = await ok(animator.session, contract.clubs.tags, { slug: place.slug });
    await ok(animator.session, contract.clubs.setTags, { slug: place.slug, version, items: [{ name: 'Voirie' }] });
    const { thread, replies } = await buildThread(server, { club: place, author: member, replies: 1 });
    const accepted = { id: thread.id, replyId: replies[0]?.id ?? '' };
    await ok(animator.session, forum.accept, accepted);
    await ok(animator.session, forum.unaccept, { id: thread.id });
    // The asker's own word is no moderation.
    await ok(member.session, forum.accept, accepted);
    const { template, text } = await buildText(animator, place, [paragraph('La part fixe est de 15 %.')]);
    const comment = { id: template.id, anchor: text.anchor('15 %'), body: paragraphs('Et ailleurs ?') };
    const { id } = await ok(member.session, contract.comments.create, comment);
    await ok(animator.session, contract.comments.remove, { id, reason: 'Hors sujet.' });
    await ok(animator.session, contract.comments.restore, { id });
    await ok(member.session, contract.comments.delete, { id });
    await expect.poll(said).toEqual([
      ['restore-comment', template.title, member.name],
      ['remove-comment', template.title, member.name],
      ['unaccept-reply', thread.title, null],
      ['accept-reply', thread.title, '1'],
      ['edit-tags', 'Club d’essai', 'Voirie'],
    ]);
  });

  test('tells every moderation once, the latest first, with its reason and what changed', async () => {
    const first = (await buildThread(server, { club, author: agent })).thread;
    const { thread, replies } = await buildThread(server, { club, author: agent, replies: 1 });
    const { id } = thread;
    await ok(pilot.session, forum.pin, { id });
    await ok(pilot.session, forum.unpin, { id });
    await ok(pilot.session, forum.close, { id, reason: 'Répondu.' });
    await ok(pilot.session, forum.reopen, { id });
    await ok(pilot.session, forum.markDuplicate, { id, of: first.id });
    await ok(pilot.session, forum.unmarkDuplicate, { id });
    await ok(pilot.session, forum.edit, { id, version: 1, title: 'Un titre plus clair', body: paragraphs('Un texte.') });
    await ok(pilot.session, forum.removeReply, { id: replies[0]?.id ?? '', reason: 'Hors sujet.' });
    await ok(pilot.session, forum.restoreReply, { id: replies[0]?.id ?? '' });
    await ok(pilot.session, forum.remove, { id, reason: 'En double.' });
    await ok(pilot.session, forum.restore, { id });
    const done = [
      'restore',
      'remove',
      'restore',
      'remove',
      'edit',
      'unmark-duplicate',
      'mark-duplicate',
      'reopen',
      'close',
      'unpin',
      'pin',
    ];
    await expect.poll(() => actions()).toEqual(done);
    const { items } = await ok(pilot.session, moderation.trail, { slug: club.slug });
    const entry = (action: string) => items.find((one) => one.action === action);
    expect(entry('close')).toMatchObject({
      reason: 'Répondu.',
      by: { id: pilot.id },
      target: { kind: 'thread', threadId: id, label: thread.title },
    });
    expect(entry('mark-duplicate')).toMatchObject({ before: null, after: first.title });
    expect(entry('edit')).toMatchObject({ before: '1', after: '2' });
  });

  test('does not tell what one does to one’s own texts', async () => {
    const own = await buildClub();
    const owner = await buildPerson(server, { clubs: [[own, 'pilot']] });
    const { thread } = await buildThread(server, { club: own, author: agent });
    await ok(agent.session, forum.edit, { id: thread.id, version: 1, title: 'Un titre plus clair', body: paragraphs('Un texte.') });
    await ok(agent.session, forum.delete, { id: thread.id });
    await ok(agent.session, forum.restore, { id: thread.id });
    await ok(owner.session, forum.pin, { id: thread.id });
    const trail = async () => (await ok(owner.session, moderation.trail, { slug: own.slug })).items.map(({ action }) => action);
    await expect.poll(trail).toEqual(['pin']);
  });

  test('is for those who animate the club, page by page', async () => {
    const own = await buildClub();
    const owner = await buildPerson(server, { clubs: [[own, 'pilot']] });
    const { thread } = await buildThread(server, { club: own, author: agent });
    for (let i = 0; i < 2; i++) {
      await ok(owner.session, forum.close, { id: thread.id });
      await ok(owner.session, forum.reopen, { id: thread.id });
    }
    const trail = (cursor?: string) => ok(owner.session, moderation.trail, { slug: own.slug, limit: 3, cursor });
    await expect.poll(async () => (await trail()).nextCursor).not.toBeNull();
    const { nextCursor } = await trail();
    expect(await trail(nextCursor ?? '')).toMatchObject({ items: [{ action: 'close' }], nextCursor: null });
    await refused(agent.session, moderation.trail, { slug: own.slug }, 'forbidden');
    await refused(owner.session, moderation.trail, { slug: own.slug, cursor: 'autre' }, 'invalid-input');
  });
});
