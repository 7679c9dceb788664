import { contract } from '@beffroi/shared/contract';
import { type Answer, ok, type Session, send } from '../../support/api-client.ts';
import { pngImage } from '../../support/images.ts';
import type { Server } from '../../support/start-server.ts';
import { buildPerson, buildReply, buildThread, type TestClub, type TestPerson, type TestThread } from '../../support/world.ts';

/** What a cell of the matrix acts on: a club on request, a thread of its own with a reply, both by an author nobody else is. */
export interface Scene extends TestThread {
  server: Server;
  replyId: string;
  /** An agent of another commune, in no club. */
  colleague: TestPerson;
  /** An older thread of the club, shared by all scenes. */
  first: string;
}

export const uploadImage = (session: Session, club: TestClub): Promise<Answer> => {
  const form = new FormData();
  form.append('file', new File([pngImage()], 'plan.png', { type: 'image/png' }));
  return send(session, `/api/clubs/${club.slug}/images`, { method: 'POST', body: form });
};

export const buildScene = async (server: Server, club: TestClub, first: string): Promise<Scene> => {
  const [author, colleague] = await Promise.all([
    buildPerson(server, { clubs: [[club, 'member']] }),
    buildPerson(server, { commune: 'onnaing' }),
  ]);
  const built = await buildThread(server, { club, author });
  const { id: replyId } = await buildReply(author, built.thread.id);
  return { server, ...built, replyId, colleague, first };
};

/** Puts an image in the scene's club. @returns its id */
export const imageInScene = async ({ author, club }: Scene): Promise<string> =>
  ((await uploadImage(author.session, club)).body as { id: string }).id;

/** Reports the scene's thread and finds what its pilots have to decide on. */
export const reportScene = async ({ server, thread, club }: Scene): Promise<string> => {
  const administrator = await buildPerson(server, { administrator: true });
  await ok(administrator.session, contract.moderation.reportThread, { id: thread.id, reason: 'wrong', text: '' });
  const { items } = await ok(administrator.session, contract.moderation.reports, { slug: club.slug });
  return items.find(({ threadId }) => threadId === thread.id)?.id ?? '';
};

export const newInvitation = (club: TestClub) => ({
  email: `invite-${crypto.randomUUID()}@essai.example`,
  name: 'Agente technique',
  function: 'Agente technique',
  grants: [{ scope: 'club' as const, slug: club.slug, role: 'member' as const }],
});

/** Invites somebody into the scene's club. @returns the invitation's id */
export const inviteInScene = async ({ server, club }: Scene): Promise<string> => {
  const pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
  const invitation = newInvitation(club);
  await ok(pilot.session, contract.invitations.create, invitation);
  const { items } = await ok(pilot.session, contract.invitations.list, { club: club.slug });
  return items.find(({ email }) => email === invitation.email)?.id ?? '';
};
