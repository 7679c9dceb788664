import { contract } from '@beffroi/shared/contract';
import type { Fiche } from '@beffroi/shared/features/fiches/fiches.contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { NotificationModel } from '../../../server/src/features/notifications/notification.model.ts';
import { ok, refused } from '../../support/api-client.ts';
import { body, buildFicheScene, type FicheScene } from '../../support/fiches.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, buildReply, buildThread, type TestClub, type TestPerson } from '../../support/world.ts';

const { create, edit, get, list, ofThread, remove, restore, revisions } = contract.fiches;

let server: Server;
let club: TestClub;
let pilot: TestPerson;
let answerer: TestPerson;
let asker: TestPerson;
let resolved: FicheScene['resolved'];
let written: FicheScene['written'];
let made: FicheScene['made'];
beforeAll(async () => {
  server = await startServer();
  ({ club, pilot, answerer, asker, resolved, written, made } = await buildFicheScene(server));
});

/** The pilots' reports, those of a fiche. */
const reportsOf = async (fiche: Fiche) =>
  (await ok(pilot.session, contract.moderation.reports, { slug: club.slug })).items.filter(({ ficheId }) => ficheId === fiche.id);
const toldTo = async ({ id }: TestPerson, kind: 'report' | 'moderation') =>
  (await NotificationModel.find({ personId: id, kind }).lean()).map(({ note }) => note ?? '');
const foundBy = async (who: TestPerson, q: string) => (await ok(who.session, contract.search.search, { q })).items.map(({ id }) => id);
const trail = async () => (await ok(pilot.session, contract.moderation.trail, { slug: club.slug })).items;
const reason = 'Le décret a changé cet été.';

describe('fiches.remove', () => {
  test('takes it and its versions out of sight, tells who made it why, and is kept in the trail', async () => {
    const { threadId } = await resolved();
    const fiche = await ok(answerer.session, create, written(threadId, { title: 'Zinguerie des appentis' }));
    await ok(answerer.session, edit, { id: fiche.id, title: 'Zinguerie des appentis', body, reviewOn: null, version: 1 });
    await expect.poll(() => foundBy(asker, 'zinguerie')).toEqual([fiche.id]);
    await refused(answerer.session, remove, { id: fiche.id, reason }, 'forbidden');
    await refused(pilot.session, remove, { id: fiche.id, reason: ' ' }, 'invalid-input');
    expect(await ok(pilot.session, remove, { id: fiche.id, reason })).toMatchObject({ removal: { by: { id: pilot.id }, reason } });
    for (const about of [get, revisions]) await refused(answerer.session, about, { id: fiche.id }, 'not-found');
    await refused(answerer.session, edit, { id: fiche.id, title: fiche.title, body, reviewOn: null, version: 2 }, 'not-found');
    await refused(pilot.session, edit, { id: fiche.id, title: fiche.title, body, reviewOn: null, version: 2 }, 'forbidden');
    expect((await ok(pilot.session, list, { slug: club.slug })).items.map(({ id }) => id)).not.toContain(fiche.id);
    expect((await ok(asker.session, ofThread, { id: threadId })).fiche).toBeNull();
    const again = await refused(answerer.session, create, written(threadId), 'conflict');
    expect(again.current).toBeUndefined();
    await expect.poll(() => foundBy(pilot, 'zinguerie')).toEqual([]);
    await expect
      .poll(() => toldTo(answerer, 'moderation'))
      .toEqual([`Votre fiche «\u00a0Zinguerie des appentis\u00a0» a été retirée\u00a0: ${reason}`]);
    const latest = async () => (await trail())[0];
    await expect
      .poll(latest)
      .toMatchObject({ action: 'remove', reason, target: { kind: 'fiche', id: fiche.id, label: 'Zinguerie des appentis' } });
    await refused(pilot.session, remove, { id: fiche.id, reason }, 'forbidden');
  });
});

describe('fiches.restore', () => {
  test('puts it back, once, and is in the trail', async () => {
    const fiche = await made({ title: 'Charpente des préaux' });
    await ok(pilot.session, remove, { id: fiche.id, reason });
    await refused(asker.session, restore, { id: fiche.id }, 'not-found');
    expect(await ok(pilot.session, restore, { id: fiche.id })).toMatchObject({ removal: null, abilities: { 'fiche.restore': false } });
    await refused(pilot.session, restore, { id: fiche.id }, 'forbidden');
    expect(await ok(asker.session, get, { id: fiche.id })).toMatchObject({ title: 'Charpente des préaux' });
    await expect.poll(() => foundBy(asker, 'charpente')).toEqual([fiche.id]);
    const acts = async () => (await trail()).slice(0, 2).map(({ action }) => action);
    await expect.poll(acts).toEqual(['restore', 'remove']);
  });
});

describe('moderation.reportFiche', () => {
  test('reaches the pilots, who leave it or have it removed', async () => {
    const { threadId } = await resolved();
    const fiche = await ok(answerer.session, create, written(threadId));
    await refused(answerer.session, contract.moderation.reportFiche, { id: fiche.id, reason: 'wrong' }, 'forbidden');
    for (let time = 0; time < 2; time++) await ok(asker.session, contract.moderation.reportFiche, { id: fiche.id, reason: 'wrong' });
    const [report] = await reportsOf(fiche);
    expect(report).toMatchObject({ title: fiche.title, author: { id: answerer.id }, reportCount: 1, excerpt: 'Ce que le club retient.' });
    await expect.poll(() => NotificationModel.exists({ personId: pilot.id, key: `report:${report?.id}:${asker.id}` })).not.toBeNull();
    await ok(pilot.session, contract.moderation.decideReport, { id: report?.id ?? '', decision: 'remove', reason });
    expect(await reportsOf(fiche)).toEqual([]);
    await refused(asker.session, get, { id: fiche.id }, 'not-found');
    await expect.poll(() => toldTo(asker, 'moderation')).toContainEqual(expect.stringContaining(reason));
  });

  test('stays in its club when the thread it comes from moves', async () => {
    const elsewhere = await buildClub();
    const mover = await buildPerson(server, {
      clubs: [
        [club, 'pilot'],
        [elsewhere, 'pilot'],
      ],
    });
    const fiche = await made();
    await ok(asker.session, contract.moderation.reportFiche, { id: fiche.id, reason: 'other' });
    await ok(mover.session, contract.forum.move, { id: fiche.source.threadId, club: elsewhere.slug });
    expect(await reportsOf(fiche)).toHaveLength(1);
  });
});

describe('a fiche whose answer was removed', () => {
  test('says so, and those who animate the club are told to read it again', async () => {
    const fiche = await made({ title: 'Puits et forages' });
    expect(fiche.sourceStands).toBe(true);
    await ok(pilot.session, contract.forum.removeReply, { id: fiche.source.replyId, reason });
    expect(await ok(asker.session, get, { id: fiche.id })).toMatchObject({ sourceStands: false });
    const note = 'Un texte dont vient la fiche «\u00a0Puits et forages\u00a0» a été retiré\u00a0: la fiche est à relire.';
    await expect.poll(() => toldTo(pilot, 'report')).toContain(note);
  });
});

describe('a fiche whose author took back her own words', () => {
  const note = (title: string) =>
    `Un texte dont vient la fiche «\u00a0${title}\u00a0» a été supprimé par son auteur\u00a0: la fiche est à relire.`;

  test('is to be read again: the pilots are told of the answer it is made of, each time it goes', async () => {
    const fiche = await made({ title: 'Citernes enterrées' });
    const { threadId, replyId: id } = fiche.source;
    const other = await buildReply(answerer, threadId, 'Une autre réponse.');
    await ok(answerer.session, contract.forum.deleteReply, { id: other.id });
    await ok(answerer.session, contract.forum.deleteReply, { id });
    await expect.poll(() => toldTo(pilot, 'report')).toContain(note(fiche.title));
    await ok(answerer.session, contract.forum.restoreReply, { id });
    await ok(answerer.session, contract.forum.deleteReply, { id });
    const told = async () => (await toldTo(pilot, 'report')).filter((one) => one === note(fiche.title)).length;
    await expect.poll(told).toBe(2);
    expect(await toldTo(answerer, 'report')).toEqual([]);
  });

  test('is to be read again when the question goes, save for the pilot who asked it', async () => {
    const place = await buildClub();
    const [first, second] = [
      await buildPerson(server, { clubs: [[place, 'pilot']] }),
      await buildPerson(server, { clubs: [[place, 'pilot']] }),
    ];
    const { thread, replies } = await buildThread(server, { club: place, author: first, replies: 1 });
    await ok(first.session, contract.forum.accept, { id: thread.id, replyId: replies[0]?.id ?? '' });
    await ok(first.session, create, { ...written(thread.id), slug: place.slug });
    await ok(first.session, contract.forum.delete, { id: thread.id });
    await expect.poll(() => toldTo(second, 'report')).toEqual([note('Clôtures : quand déclarer')]);
    expect(await toldTo(first, 'report')).toEqual([]);
  });
});
