import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOf } from './support/axe.ts';
import { expect, test } from './support/test.ts';

const CSV = [
  'Adresse;Nom;Fonction;Rôle;Clubs',
  'urbanisme@onnaing.example;Responsable urbanisme, Onnaing;Responsable urbanisme;agent;Urbanisme',
  'paie@onnaing.example;Gestionnaire paie, Onnaing;Gestionnaire paie;RH;',
  'referent@onnaing.example;Directeur général des services;Directeur général des services;agent;',
  'pas-une-adresse;Agent d’accueil;Agent d’accueil;agent;',
].join('\r\n');

/** « é » in one byte, as Excel writes it in France. */
const windows1252 = (text: string): Buffer => Buffer.from(text.replaceAll('’', '\u0092'), 'latin1');

const mailTo = (dataDir: string, email: string): string | undefined => {
  const folder = join(dataDir, 'outbox');
  if (!existsSync(folder)) return undefined;
  const mails = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8').replace(/=\r?\n/g, ''));
  return mails.find((mail) => mail.includes(`To: ${email}`));
};

const linkTo = async (dataDir: string, email: string): Promise<string> => {
  await expect.poll(() => mailTo(dataDir, email), { timeout: 20_000 }).toBeDefined();
  return /\/invitation\/[\w-]+/.exec(mailTo(dataDir, email) as string)?.[0] as string;
};

test('a referent invites from a spreadsheet; the mailed link opens an account, and leads to today', async ({ browserOf, page, server }) => {
  test.slow();
  const referent = await browserOf('referent');
  await referent.goto('/');
  await referent.getByRole('link', { name: 'Agents d’Onnaing' }).click();
  await expect(referent.getByRole('heading', { level: 1, name: /Onnaing/ })).toBeVisible();

  await referent.getByLabel('Fichier CSV').setInputFiles({ name: 'agents.csv', mimeType: 'text/csv', buffer: windows1252(CSV) });
  await expect(referent.getByRole('heading', { name: /^Aperçu : 2.invitations · 1.ligne à corriger/ })).toBeFocused();
  const row = (name: string) => referent.getByRole('row', { name: new RegExp(name) });
  await expect(row('urbanisme@onnaing')).toContainText('Invitation envoyée');
  await expect(row('paie@onnaing')).toContainText('Onnaing (ressources humaines)');
  await expect(row('referent@onnaing')).toContainText('Déjà là, rien à faire');
  await expect(row('pas-une-adresse')).toContainText('Cette adresse électronique n’est pas valide.');
  expect(await faultsOf(referent)).toEqual([]);
  await referent.getByRole('button', { name: 'Confirmer' }).click();
  await expect(referent.getByText('C’est parti : 2 invitations.')).toBeVisible();

  const link = await linkTo(server.dataDir, 'urbanisme@onnaing.example');
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: /^Bienvenue dans l’espace de / })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Ce qui vous est ouvert' })).toContainText('club Urbanisme');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel('Choisissez votre mot de passe').fill('court');
  await page.getByRole('button', { name: 'Entrer dans Beffroi' }).click();
  await expect(page.getByText('Il manque 5 caractères.')).toBeVisible();
  await page.getByLabel('Choisissez votre mot de passe').fill('une phrase assez longue');
  await page.getByRole('button', { name: 'Entrer dans Beffroi' }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(
    page.getByRole('navigation', { name: 'Navigation principale' }).getByRole('link', { name: 'Urbanisme' }).first(),
  ).toBeVisible();

  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: 'Cette invitation n’ouvre plus rien' })).toBeVisible();

  await referent.reload();
  const pending = referent.getByRole('list', { name: 'Invitations en attente' });
  await expect(pending.getByRole('listitem')).toHaveCount(2);
  await pending.getByRole('button', { name: /^Retirer Gestionnaire paie/ }).click();
  await pending.getByRole('button', { name: 'Retirer l’invitation' }).click();
  await expect(pending.getByRole('listitem')).toHaveCount(1);
  await pending.getByRole('button', { name: /^Retirer Officière d’état civil/ }).click();
  await pending.getByRole('button', { name: 'Retirer l’invitation' }).click();
  await expect(referent.getByText('Personne n’est attendu.')).toBeVisible();
});

test('the guest of a club is invited by its pilot, and sees that club alone', async ({ browserOf, page, server }) => {
  const pilot = await browserOf('pilot');
  await pilot.goto('/clubs/marches-publics/membres');
  await pilot.getByRole('textbox', { name: 'Adresse électronique' }).fill('juriste@cnfpt.example');
  await pilot.getByRole('combobox', { name: 'Rôle' }).click();
  await pilot.getByRole('option', { name: 'Invité' }).click();
  await pilot.getByRole('textbox', { name: 'Nom affiché' }).fill('Juriste, CNFPT');
  await pilot.getByRole('textbox', { name: 'Fonction' }).fill('Juriste');
  await pilot.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(pilot.getByText('Invitation envoyée à juriste@cnfpt.example')).toBeVisible();

  await page.goto(await linkTo(server.dataDir, 'juriste@cnfpt.example'));
  await page.getByLabel('Choisissez votre mot de passe').fill('une phrase assez longue');
  await page.getByRole('button', { name: 'Entrer dans Beffroi' }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto('/clubs');
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
  for (const path of ['/commune/anzin/agents', '/clubs/urbanisme', '/clubs/juridique/membres']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: 'Page introuvable' }), path).toBeVisible();
  }
});
