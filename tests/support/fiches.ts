import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import type { Fiche } from '@beffroi/shared/features/fiches/fiches.contract';
import { ok } from './api-client.ts';
import type { Server } from './start-server.ts';
import { buildClub, buildPerson, buildReply, buildThread, type TestClub } from './world.ts';

/** What every fiche of these tests says. */
export const body = paragraphs('Ce que le club retient.');

/** A club in which a member of Anzin asks, one of Onnaing answers, and a pilot keeps what was answered. */
export const buildFicheScene = async (server: Server) => {
  const club = await buildClub();
  const clubs: [TestClub, 'member'][] = [[club, 'member']];
  const pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
  const [answerer, asker] = [await buildPerson(server, { clubs, commune: 'onnaing' }), await buildPerson(server, { clubs })];

  /** A question whose answer was accepted. */
  const resolved = async (title = 'Une clôture le long d’un chemin ?') => {
    const { thread } = await buildThread(server, { club, author: asker, title });
    const reply = await buildReply(answerer, thread.id);
    await ok(asker.session, contract.forum.accept, { id: thread.id, replyId: reply.id });
    return { threadId: thread.id, replyId: reply.id };
  };
  /** What one sends to keep the answer of a thread. */
  const written = (threadId: string, more: object = {}) => ({
    slug: club.slug,
    threadId,
    title: 'Clôtures : quand déclarer',
    body,
    reviewOn: null,
    ...more,
  });
  const made = async (more: object = {}): Promise<Fiche> =>
    ok(pilot.session, contract.fiches.create, written((await resolved()).threadId, more));
  return { club, pilot, answerer, asker, resolved, written, made };
};

export type FicheScene = Awaited<ReturnType<typeof buildFicheScene>>;
