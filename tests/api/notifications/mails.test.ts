import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { beforeAll, describe, expect, test } from 'vitest';
import { NotificationModel } from '../../../server/src/features/notifications/notification.model.ts';
import { ok } from '../../support/api-client.ts';
import { outcomes, PUBLIC_URL, sentTo } from '../../support/sent-mails.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { allTold } from '../../support/told.ts';
import { buildClub, buildPerson, buildReply, buildThread, type TestPerson } from '../../support/world.ts';

const { read, saveSettings } = contract.notifications;

let server: Server;
let colleague: TestPerson;
beforeAll(async () => {
  server = await startServer({ PUBLIC_URL });
  colleague = await buildPerson(server, { commune: 'onnaing', name: 'Juriste, Onnaing' });
});

const asker = async () => {
  const author = await buildPerson(server);
  const club = await buildClub({ name: 'Urbanisme' });
  const { thread } = await buildThread(server, { author, club, title: 'Clôture en limite d’un chemin rural ?' });
  return { ...author, club, thread };
};

describe('a mail', () => {
  test('leaves two minutes after, with the text, where it leads and the headers that gather and end such mails', async () => {
    const person = await asker();
    await buildReply(colleague, person.thread.id, 'Oui, dès lors que le PLU l’impose.');
    expect(await sentTo(person, 1)).toEqual([]);
    const [mail, ...others] = await sentTo(person);
    expect(others).toEqual([]);
    const link = `${PUBLIC_URL}/clubs/${person.club.slug}/sujets/${person.thread.id}#reponse-1`;
    expect(mail).toMatchObject({
      subject: 'Re: [Urbanisme] Clôture en limite d’un chemin rural ?',
      fromName: 'Juriste, Onnaing (Beffroi)',
      link,
      inReplyTo: `<sujet-${person.thread.id}@beffroi.essai.example>`,
      references: `<sujet-${person.thread.id}@beffroi.essai.example>`,
      headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', 'Auto-Submitted': 'auto-generated', Precedence: 'bulk' },
    });
    for (const body of [mail?.text, mail?.html])
      for (const part of ['Oui, dès lors que le PLU l’impose.', link]) expect(body).toContain(part);
    expect(await sentTo(person, 10)).toEqual([]);
    expect(await outcomes(person)).toEqual(['sent']);
  });

  test('escapes what people write', async () => {
    const person = await asker();
    await buildReply(colleague, person.thread.id, '<img src=x onerror="alert(1)"> & Cie');
    const [mail] = await sentTo(person);
    expect(mail?.html).not.toContain('<img');
    expect(mail?.html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; Cie');
  });

  test('stays unsent when it was read meanwhile', async () => {
    const person = await asker();
    await buildReply(colleague, person.thread.id);
    await allTold();
    await ok(person.session, read, { threadId: person.thread.id });
    expect(await sentTo(person)).toEqual([]);
    expect(await outcomes(person)).toEqual(['read']);
  });

  test('goes out once a thread until the person has come back to it', async () => {
    const person = await asker();
    for (let i = 0; i < 3; i++) await buildReply(colleague, person.thread.id);
    expect(await sentTo(person)).toHaveLength(1);
    expect(await outcomes(person)).toEqual(['sent', 'thread', 'thread']);
    await ok(person.session, read, { threadId: person.thread.id });
    await buildReply(colleague, person.thread.id, 'Une précision.');
    expect(await sentTo(person)).toHaveLength(1);
  });

  test('is one of so many a day, and the last says so', async () => {
    const person = await asker();
    await ok(person.session, saveSettings, { kinds: [], exceptions: [], mailsPerDay: 2 });
    for (let i = 0; i < 4; i++) {
      const { thread } = await buildThread(server, { author: person, club: person.club });
      await buildReply(colleague, thread.id);
    }
    const mails = await sentTo(person);
    expect(mails.map(({ text }) => text.includes('dernier mail de la journée'))).toEqual([false, true]);
    expect(await outcomes(person)).toEqual(['sent', 'sent', 'capped', 'capped']);
  });

  test('does not go to who may not read the thread any more, nor when nobody is told by mail', async () => {
    const club = await buildClub({ access: 'request' });
    const member = await buildPerson(server, { clubs: [[club, 'member']] });
    const pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
    const { thread } = await buildThread(server, { club, author: member });
    await buildReply(pilot, thread.id);
    await allTold();
    await ok(member.session, contract.clubs.leave, { slug: club.slug });
    expect(await sentTo(member)).toEqual([]);
    expect(await outcomes(member)).toEqual(['closed']);
  });

  test('refused by the mail server is tried again later, under the same name', async () => {
    const person = await asker();
    await buildReply(colleague, person.thread.id);
    expect(await sentTo(person, 3, true)).toEqual([]);
    expect(await sentTo(person, 4)).toEqual([]);
    const [mail] = await sentTo(person, 10);
    const [told] = await NotificationModel.find({ personId: person.id }).lean();
    expect(mail?.messageId).toBe(`<notification-${told?._id.toHexString()}@beffroi.essai.example>`);
  });
});

test('a text too long for a mail is cut at a word', async () => {
  const person = await asker();
  await ok(colleague.session, contract.forum.reply, { id: person.thread.id, body: paragraphs('mutualisation '.repeat(400)) });
  const [mail] = await sentTo(person);
  expect(mail?.text).toContain('mutualisation […]');
  expect(mail?.text.length).toBeLessThan(2_500);
});
