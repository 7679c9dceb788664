import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { ok } from './api-client.ts';
import { buildApplication } from './applications.ts';
import { publish } from './replacements.ts';
import type { Server } from './start-server.ts';
import { buildTemplate } from './templates.ts';
import { buildVacancy } from './vacancies.ts';
import { buildPerson, buildReply, buildThread, type TestClub, type TestPerson } from './world.ts';

/** One of each thing an address names, by what the address begins with, all within reach of `agent`, who administers. */
export const buildOneOfEach = async (server: Server, club: TestClub, agent: TestPerson): Promise<Record<string, string>> => {
  const member = await buildPerson(server, { clubs: [[club, 'member']], commune: 'onnaing' });
  const { thread } = await buildThread(server, { club, author: agent });
  const reply = await buildReply(member, thread.id);
  await ok(agent.session, contract.forum.accept, { id: thread.id, replyId: reply.id });
  const text = { slug: club.slug, threadId: thread.id, title: 'Une fiche', body: paragraphs('Elle dit ceci.'), reviewOn: null };
  const fiche = await ok(agent.session, contract.fiches.create, text);
  const grants = [{ scope: 'commune' as const, slug: 'anzin', role: 'agent' as const }];
  const invited = { email: 'nouvelle@essai.example', name: 'Agent d’accueil', function: 'Agent d’accueil', grants };
  await ok(agent.session, contract.invitations.create, invited);
  const [invitation] = (await ok(agent.session, contract.invitations.list, {})).items;
  const vacancy = await buildVacancy(agent);
  return {
    threads: thread.id,
    replies: reply.id,
    fiches: fiche.id,
    invitations: invitation?.id as string,
    vacancies: vacancy.id,
    applications: (await buildApplication(member, vacancy.id)).id,
    replacements: (await publish(agent, { commune: 'anzin' })).id,
    templates: (await buildTemplate(agent, club)).id,
    clubs: club.slug,
    people: agent.id,
    communes: 'anzin',
  };
};
