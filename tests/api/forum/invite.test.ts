import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { remindToAccept } from '../../../server/src/features/forum/remind-to-accept.ts';
import { ThreadModel } from '../../../server/src/features/forum/thread.model.ts';
import { NotificationJobModel } from '../../../server/src/platform/notify.ts';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, buildReply, buildThread, type TestClub, type TestPerson } from '../../support/world.ts';

const { invitable, invite, accept } = contract.forum;
const TITLE = 'Élaguer les platanes du boulevard';

let server: Server;
let club: TestClub;
let asker: TestPerson;
beforeAll(async () => {
  server = await startServer();
});

const newClub = async () => {
  club = await buildClub({ access: 'request' });
  asker = await buildPerson(server, { clubs: [[club, 'member']] });
};
const member = () => buildPerson(server, { clubs: [[club, 'member']] });
/** Answers an earlier question about the same. */
const answersBefore = async (who: TestPerson, { accepted = false } = {}) => {
  const { thread } = await buildThread(server, { club, author: asker, title: `${TITLE}, encore` });
  const reply = await buildReply(who, thread.id);
  if (accepted) await ok(asker.session, accept, { id: thread.id, replyId: reply.id });
};
const question = async () => (await buildThread(server, { club, author: asker, title: TITLE })).thread.id;
const proposed = async (id: string) => (await ok(asker.session, invitable, { id })).items;
const until = async (id: string, people: TestPerson[]) =>
  expect.poll(async () => (await proposed(id)).map(({ person }) => person.id)).toEqual(people.map((person) => person.id));

describe('forum.invitable', () => {
  test('proposes who answered such questions before, accepted answers first, never who is in it or left', async () => {
    await newClub();
    const [once, best, gone, already] = [await member(), await member(), await member(), await member()];
    await answersBefore(once);
    await answersBefore(best, { accepted: true });
    await answersBefore(gone, { accepted: true });
    await answersBefore(already, { accepted: true });
    await ok(gone.session, contract.clubs.leave, { slug: club.slug });
    const id = await question();
    await buildReply(already, id);
    await until(id, [best, once]);
    expect(await proposed(id)).toEqual([
      expect.objectContaining({ answered: 1, accepted: 1 }),
      expect.objectContaining({ answered: 1, accepted: 0 }),
    ]);
  });

  test('puts the least solicited of the last month first, three at most', async () => {
    await newClub();
    const people = [await member(), await member(), await member(), await member()];
    const [busy] = people as [TestPerson];
    for (const person of people) await answersBefore(person);
    await answersBefore(busy, { accepted: true });
    const first = await question();
    await expect.poll(async () => (await proposed(first))[0]?.person.id).toBe(busy.id);
    await ok(asker.session, invite, { id: first, personId: busy.id });
    const second = await question();
    await expect.poll(async () => (await proposed(second)).length).toBe(3);
    expect((await proposed(second)).map(({ person }) => person.id)).not.toContain(busy.id);
  });

  test('is for the asker and who animates the club, while no answer is accepted', async () => {
    await newClub();
    const colleague = await member();
    const id = await question();
    await refused(colleague.session, invitable, { id }, 'forbidden');
    const reply = await buildReply(colleague, id);
    await ok(asker.session, accept, { id, replyId: reply.id });
    await refused(asker.session, invitable, { id }, 'forbidden');
  });
});

describe('forum.invite', () => {
  test('invites each once, tells her once, and shows it on the question', async () => {
    await newClub();
    const colleague = await member();
    await answersBefore(colleague);
    const id = await question();
    await until(id, [colleague]);
    const both = await Promise.all([1, 2].map(() => ok(asker.session, invite, { id, personId: colleague.id })));
    for (const thread of both) expect(thread.invited).toEqual([expect.objectContaining({ id: colleague.id })]);
    expect((await ok(colleague.session, contract.forum.get, { id })).invited).toHaveLength(1);
    const told = () => NotificationJobModel.countDocuments({ kind: 'invited-to-answer', threadId: id });
    await expect.poll(told).toBe(1);
    expect(await proposed(id)).toEqual([]);
  });

  test('refuses whoever is not proposed', async () => {
    await newClub();
    const id = await question();
    for (const personId of [(await member()).id, asker.id, 'f'.repeat(24), 'x'])
      await refused(asker.session, invite, { id, personId }, 'invalid-input');
  });
});

describe('the reminder to accept', () => {
  const answeredDaysAgo = async (days: number) => {
    await newClub();
    const id = await question();
    await buildReply(await member(), id);
    await ThreadModel.updateOne({ _id: id }, { $set: { firstAnswerAt: new Date(Date.now() - days * 86_400_000) } });
    return id;
  };
  const reminders = (id: string) => NotificationJobModel.countDocuments({ kind: 'accept-reminder', threadId: id, 'to.people': asker.id });

  test('tells the asker once, five days after the first answer', async () => {
    const id = await answeredDaysAgo(6);
    await remindToAccept();
    await remindToAccept();
    expect(await reminders(id)).toBe(1);
  });

  test('tells nobody earlier', async () => {
    const id = await answeredDaysAgo(4);
    await remindToAccept();
    expect(await reminders(id)).toBe(0);
  });
});
