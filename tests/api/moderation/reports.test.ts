import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { PersonModel } from '../../../server/src/features/accounts/person.model.ts';
import { ReportModel } from '../../../server/src/features/moderation/report.model.ts';
import { sweepReports } from '../../../server/src/features/moderation/settle-report.ts';
import { NotificationModel } from '../../../server/src/features/notifications/notification.model.ts';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, buildThread, type TestClub, type TestPerson } from '../../support/world.ts';

const { reportThread, reportReply, reports, decideReport } = contract.moderation;

let server: Server;
let club: TestClub;
let pilot: TestPerson;
let author: TestPerson;
let reader: TestPerson;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub();
  pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
  author = await buildPerson(server);
  reader = await buildPerson(server, { commune: 'onnaing' });
});

const told = async (who: TestPerson, kind: 'report' | 'moderation', threadId?: string) =>
  NotificationModel.find({ personId: who.id, kind, ...(threadId && { threadId }) }).lean();
const waiting = async (threadId: string, who = pilot, slug = club.slug) =>
  (await ok(who.session, reports, { slug })).items.find((report) => report.threadId === threadId);

describe('moderation.reportThread', () => {
  test('reaches the pilots, once a person however often it is sent', async () => {
    const { thread } = await buildThread(server, { club, author });
    const report = { id: thread.id, reason: 'wrong' as const, text: 'Le décret a changé.' };
    await Promise.all([1, 2, 3].map(() => ok(reader.session, reportThread, report)));
    const found = await waiting(thread.id);
    expect(found).toMatchObject({ title: thread.title, number: null, reportCount: 1, author: { id: author.id } });
    expect(found?.reports[0]).toMatchObject({ reason: 'wrong', text: 'Le décret a changé.', by: { id: reader.id } });
    await expect.poll(async () => (await told(pilot, 'report', thread.id)).length).toBe(1);
    await ok((await buildPerson(server)).session, reportThread, { ...report, reason: 'other' });
    expect((await waiting(thread.id))?.reportCount).toBe(2);
  });

  test('goes to the administrator when the only pilot’s account is suspended, as who asks to join does', async () => {
    const alone = await buildClub({ access: 'request' });
    const suspended = await buildPerson(server, { clubs: [[alone, 'pilot']] });
    const member = await buildPerson(server, { clubs: [[alone, 'member']] });
    const writer = await buildPerson(server, { clubs: [[alone, 'member']] });
    const administrator = await buildPerson(server, { administrator: true });
    const { thread } = await buildThread(server, { club: alone, author: writer });
    await PersonModel.updateOne({ _id: suspended.id }, { $set: { suspendedAt: new Date() } });
    await ok(member.session, reportThread, { id: thread.id, reason: 'offensive' });
    await ok(reader.session, contract.clubs.join, { slug: alone.slug });
    const toAdministrator = async () =>
      (await NotificationModel.find({ personId: administrator.id, clubId: alone.id }).lean()).map(({ kind }) => kind).sort();
    await expect.poll(toAdministrator).toEqual(['join-request', 'report']);
    expect(
      await NotificationModel.exists({ personId: suspended.id, clubId: alone.id, kind: { $in: ['join-request', 'report'] } }),
    ).toBeNull();
  });

  test('goes to the administrator where nobody animates the club', async () => {
    const alone = await buildClub();
    const administrator = await buildPerson(server, { administrator: true });
    const { thread } = await buildThread(server, { club: alone, author });
    await ok(reader.session, reportThread, { id: thread.id, reason: 'offensive' });
    await expect.poll(async () => (await told(administrator, 'report', thread.id)).length).toBe(1);
  });

  test('is not for its author, nor for who may not read it; the reason is one of the list', async () => {
    const closed = await buildClub({ access: 'request' });
    const { thread } = await buildThread(server, { club, author });
    await refused(author.session, reportThread, { id: thread.id, reason: 'wrong' }, 'forbidden');
    await refused(reader.session, reportThread, { id: thread.id, reason: 'constructor' }, 'invalid-input');
    await refused(reader.session, reportThread, { id: thread.id, reason: 'wrong', text: 'x'.repeat(501) }, 'invalid-input');
    const hidden = (await buildThread(server, { club: closed })).thread;
    await refused(reader.session, reportThread, { id: hidden.id, reason: 'wrong' }, 'not-found');
  });
});

describe('an announcement to the territory', () => {
  test('of a closed club is reported by whoever reads it', async () => {
    const closed = await buildClub({ access: 'invitation' });
    const animator = await buildPerson(server, { clubs: [[closed, 'pilot']] });
    const { thread } = await buildThread(server, {
      club: closed,
      author: animator,
      kind: 'announcement',
      facts: { audience: 'territory' },
    });
    await ok(reader.session, reportThread, { id: thread.id, reason: 'wrong', text: 'La date est passée.' });
    expect(await waiting(thread.id, animator, closed.slug)).toMatchObject({ reportCount: 1, reports: [{ by: { id: reader.id } }] });
  });
});

describe('moderation.reportReply', () => {
  test('names the reply', async () => {
    const { thread, replies } = await buildThread(server, { club, author, replies: 1 });
    await ok(reader.session, reportReply, { id: replies[0]?.id ?? '', reason: 'personal-data' });
    expect(await waiting(thread.id)).toMatchObject({ number: 1, excerpt: 'Réponse 1.' });
    await refused(author.session, reportReply, { id: replies[0]?.id ?? '', reason: 'wrong' }, 'forbidden');
  });
});

describe('moderation.reports', () => {
  test('is for those who animate the club, page by page', async () => {
    const own = await buildClub();
    const owner = await buildPerson(server, { clubs: [[own, 'pilot']] });
    for (let i = 0; i < 3; i++) {
      const { thread } = await buildThread(server, { club: own, author });
      await ok(reader.session, reportThread, { id: thread.id, reason: 'wrong' });
    }
    const first = await ok(owner.session, reports, { slug: own.slug, limit: 2 });
    const second = await ok(owner.session, reports, { slug: own.slug, limit: 2, cursor: first.nextCursor ?? '' });
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3);
    expect(second.nextCursor).toBeNull();
    await refused(reader.session, reports, { slug: own.slug }, 'forbidden');
    await refused(owner.session, reports, { slug: own.slug, cursor: 'autre' }, 'invalid-input');
  });
});

describe('moderation.decideReport', () => {
  const reportNew = async () => {
    const { thread } = await buildThread(server, { club, author });
    await ok(reader.session, reportThread, { id: thread.id, reason: 'offensive' });
    return { thread, id: (await waiting(thread.id))?.id ?? '' };
  };

  test('removes the post: the author is told why, the reporter what became of it', async () => {
    const { thread, id } = await reportNew();
    await ok(pilot.session, decideReport, { id, decision: 'remove', reason: 'Propos blessants.' });
    expect(await ok(author.session, contract.forum.get, { id: thread.id })).toMatchObject({
      deleted: true,
      removal: { reason: 'Propos blessants.' },
    });
    expect(await waiting(thread.id)).toBeUndefined();
    await expect.poll(async () => (await told(author, 'moderation', thread.id)).length).toBe(1);
    await expect
      .poll(async () => (await told(reader, 'moderation')).map(({ note }) => note))
      .toContainEqual(expect.stringContaining('retiré'));
    await refused(pilot.session, decideReport, { id, decision: 'dismiss', reason: 'Finalement.' }, 'conflict');
  });

  test('dismisses: the post stays, and may be reported by somebody else later', async () => {
    const { thread, id } = await reportNew();
    await refused(reader.session, decideReport, { id, decision: 'dismiss', reason: 'Rien à redire.' }, 'forbidden');
    await ok(pilot.session, decideReport, { id, decision: 'dismiss', reason: 'Rien à redire.' });
    expect(await waiting(thread.id)).toBeUndefined();
    expect((await ok(reader.session, contract.forum.get, { id: thread.id })).deleted).toBe(false);
    await ok((await buildPerson(server)).session, reportThread, { id: thread.id, reason: 'other' });
    expect(await waiting(thread.id)).toMatchObject({ reportCount: 1 });
  });

  test('interrupted after the decision was written, the rest follows', async () => {
    const { thread, id } = await reportNew();
    const by = { id: pilot.id, name: pilot.name, commune: null };
    await expect.poll(() => ReportModel.exists({ _id: id, unsettled: { $exists: true } })).toBeNull();
    await ReportModel.updateOne(
      { _id: id },
      {
        $set: { decision: { at: new Date(), by, decision: 'remove', reason: 'Interrompu.' }, unsettled: '0123456789abcdef01234567' },
        $unset: { waitingSince: 1 },
      },
    );
    await sweepReports({ all: true });
    await sweepReports({ all: true });
    expect((await ok(author.session, contract.forum.get, { id: thread.id })).removal?.reason).toBe('Interrompu.');
  });
});
