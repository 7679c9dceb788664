import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { askAs } from './support/writing.ts';

const navigation = (page: Page) => page.getByRole('navigation', { name: 'Navigation principale' }).filter({ visible: true });
const palette = (page: Page) => page.getByRole('combobox', { name: 'Chercher une question, un club, une personne' });

test('the guest of one club sees that club and nothing else', async ({ browserOf }) => {
  const guest = await browserOf('guest');
  const hr = await browserOf('hr');
  const elsewhere = await askAs(hr, 'Une question d’un club où elle n’est pas invitée', 'juridique');
  const inside = await askAs(hr, 'Une question du club où elle est invitée', 'ressources-humaines');

  await guest.goto('/clubs');
  await expect(guest.getByRole('main').getByRole('link', { name: 'Ressources humaines' })).toBeVisible();
  await expect(guest.getByRole('main').getByRole('listitem')).toHaveCount(1);
  await expect(navigation(guest).getByRole('link')).toHaveText([
    'Beffroi',
    'Aujourd’hui',
    /^À rattraper/,
    'Signets',
    'Modèles',
    /Ressources humaines/,
    'Tous les clubs',
  ]);

  await guest.goto(inside.path);
  await expect(guest.getByRole('heading', { level: 1, name: inside.title })).toBeVisible();
  for (const path of [elsewhere.path, '/clubs/juridique', '/clubs/juridique/membres', '/clubs/urbanisme/presentation']) {
    await guest.goto(path);
    await expect(guest.getByRole('heading', { level: 1, name: 'Page introuvable' }), path).toBeVisible();
  }

  await guest.goto('/recherche?q=question');
  await expect(guest.getByRole('list').getByRole('link', { name: inside.title }).first()).toBeVisible();
  await expect(guest.getByRole('link', { name: elsewhere.title })).toHaveCount(0);
  await guest.keyboard.press('Control+k');
  await palette(guest).fill('juridique');
  await expect(guest.getByRole('option', { name: 'Tous les résultats pour « juridique »' })).toBeVisible();
  await expect(guest.getByRole('option', { name: 'Juridique', exact: true })).toHaveCount(0);
  await expect(guest.getByRole('group', { name: 'Personnes' })).toHaveCount(0);

  // The rooms that are not hers, by their address.
  for (const path of [
    '/remplacements',
    '/emplois',
    '/administration',
    '/communes/anzin/agents',
    '/remplacements/vivier',
    '/modeles/nouveau',
  ]) {
    await guest.goto(path);
    await expect(guest.getByRole('heading', { level: 1, name: 'Page introuvable' }), path).toBeVisible();
  }
  await guest.goto('/annuaire');
  const people = guest.getByRole('list', { name: 'Personnes' }).getByRole('listitem');
  await expect(people.first()).toBeVisible();
  await expect(people.filter({ hasNot: guest.getByRole('img', { name: /^Clubs : .*Ressources humaines/ }) })).toHaveCount(0);

  // And what no button of hers does, asked of the server by her own browser.
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Écrit par une invitée.' }] }] };
  const tried = await guest.evaluate(
    async ({ outside, within, body }) => {
      const tries: [method: string, path: string, sent?: object][] = [
        ['POST', '/api/clubs/juridique/threads', { kind: 'question', title: 'Une question d’une invitée', body }],
        ['POST', `/api/threads/${outside}/replies`, { body }],
        ['DELETE', `/api/threads/${outside}`],
        ['PUT', `/api/threads/${outside}/pin`],
        ['PUT', `/api/threads/${within}/pin`],
        ['DELETE', `/api/threads/${within}`],
        ['POST', '/api/clubs/ressources-humaines/threads', { kind: 'announcement', title: 'Une annonce d’une invitée', body }],
        ['POST', '/api/clubs/juridique/templates', { kind: 'ccap', title: 'Un modèle d’une invitée' }],
        ['GET', '/api/clubs/ressources-humaines/moderation-log'],
        ['GET', '/api/invitations'],
        ['GET', '/api/replacements'],
      ];
      const answers: string[] = [];
      for (const [method, path, sent] of tries) {
        const headers = { 'content-type': 'application/json' };
        const answer = await fetch(path, { method, headers, ...(sent && { body: JSON.stringify(sent) }) });
        answers.push(`${method} ${path.replace(outside, 'ailleurs').replace(within, 'ici')} ${answer.status}`);
      }
      return answers;
    },
    { outside: elsewhere.id, within: inside.id, body },
  );
  expect(tried).toEqual([
    'POST /api/clubs/juridique/threads 404',
    'POST /api/threads/ailleurs/replies 404',
    'DELETE /api/threads/ailleurs 404',
    'PUT /api/threads/ailleurs/pin 404',
    'PUT /api/threads/ici/pin 403',
    'DELETE /api/threads/ici 403',
    'POST /api/clubs/ressources-humaines/threads 403',
    'POST /api/clubs/juridique/templates 404',
    'GET /api/clubs/ressources-humaines/moderation-log 403',
    'GET /api/invitations 403',
    'GET /api/replacements 404',
  ]);
});

test('the substitute sees nothing she was not given', async ({ browserOf }) => {
  const substitute = await browserOf('substitute');
  await substitute.goto('/clubs');
  await expect(substitute.getByText('Aucun club ne vous est ouvert')).toBeVisible();
  await expect(substitute.getByRole('link', { name: 'Poser une question' })).toHaveCount(0);
  await expect(navigation(substitute).getByRole('link')).toHaveText([
    'Beffroi',
    'Aujourd’hui',
    'À rattraper',
    'Signets',
    'Tous les clubs',
    /^Remplacements/,
  ]);
  for (const path of ['/clubs/urbanisme', '/clubs/ressources-humaines']) {
    await substitute.goto(path);
    await expect(substitute.getByRole('heading', { level: 1, name: 'Page introuvable' }), path).toBeVisible();
  }
  await substitute.goto('/annuaire');
  await expect(substitute.getByText('Personne à montrer')).toBeVisible();
  await expect(substitute.getByRole('list', { name: 'Personnes' })).toHaveCount(0);
  await substitute.goto('/poser');
  await expect(substitute.getByText('Aucun club ne vous est encore ouvert')).toBeVisible();
});

test('a club on request is closed inside until a pilot accepts, live', async ({ browserOf }) => {
  test.slow();
  const [candidate, pilot] = [await browserOf('asker'), await browserOf('hr')];
  const asked = await askAs(pilot, 'Une question réservée aux membres du club', 'ressources-humaines');
  await candidate.goto(asked.path);
  await expect(candidate.getByRole('heading', { level: 1, name: 'Page introuvable' })).toBeVisible();
  await candidate.goto('/clubs/ressources-humaines');
  await expect(candidate.getByText('Les échanges de ce club sont réservés à ses membres')).toBeVisible();
  await expect(candidate.getByRole('link', { name: asked.title })).toHaveCount(0);
  await candidate.getByRole('button', { name: 'Demander à rejoindre le club Ressources humaines' }).first().click();
  await expect(candidate.getByText('Votre demande est envoyée')).toBeVisible();

  await pilot.goto('/clubs/ressources-humaines');
  await pilot.getByRole('link', { name: /^Membres.*1 demande à examiner/ }).click();
  await pilot.getByRole('button', { name: 'Accepter Responsable urbanisme, Anzin' }).click();
  await expect(pilot.getByRole('heading', { name: 'Demandes à examiner' })).toHaveCount(0);

  await expect(candidate.getByText('Votre demande est envoyée')).toHaveCount(0);
  await candidate.getByRole('link', { name: asked.title }).click();
  await expect(candidate.getByRole('heading', { level: 1, name: asked.title })).toBeVisible();
  await expect(candidate.getByRole('textbox', { name: 'Votre réponse', exact: true })).toBeVisible();

  await candidate.goto('/clubs/ressources-humaines');
  await candidate.getByRole('button', { name: 'Quitter le club Ressources humaines' }).click();
  await expect(candidate.getByText('Pour y revenir, il faudra le demander à nouveau.')).toBeVisible();
  await candidate.getByRole('button', { name: 'Quitter le club Ressources humaines' }).click();
  await expect(candidate.getByText('Les échanges de ce club sont réservés à ses membres')).toBeVisible();
});
