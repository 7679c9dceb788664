import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, PASSWORD, PEOPLE, test } from './support/test.ts';

/** Whom no other journey on this server signs in as: her password changes here. */
const EMAIL = 'juriste@metropole.example';
const NEW_PASSWORD = 'le beffroi sonne à midi';

const signIn = async (page: Page, password: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Adresse électronique' }).fill(EMAIL);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
};

const signOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Mon compte/ }).click();
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Connexion' })).toBeVisible();
};

/** The mails kept for her in the outbox, oldest first. */
const mails = (dataDir: string): string[] => {
  const folder = join(dataDir, 'outbox');
  return readdirSync(folder)
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .filter((mail) => mail.includes(`To: ${EMAIL}`));
};

/** The address a mail leads to, without the server's name. */
const linkOf = (mail: string): string => {
  const text = mail.replace(/=\r?\n/g, '').replace(/=3D/g, '=');
  const link = /https?:\/\/\S+\/nouveau-mot-de-passe\?token=\S+/.exec(text)?.[0];
  if (!link) throw new Error(`no link in this mail:\n${mail}`);
  const { pathname, search } = new URL(link);
  return pathname + search;
};

test('a wrong password is refused, a forgotten one is chosen anew by mail, and the old one opens nothing any more', async ({
  page,
  browser,
  server,
}) => {
  test.slow();
  expect<string[]>(Object.values(PEOPLE), 'other journeys sign in with the password changed here').not.toContain(EMAIL);
  await page.goto('/clubs/juridique');
  await expect(page.getByRole('heading', { level: 1, name: 'Connexion' })).toBeVisible();
  await signIn(page, 'ce n’est pas le mien');
  await expect(page.getByRole('alert').filter({ hasText: /Adresse ou mot de passe incorrect\./ })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Adresse électronique' })).toHaveValue(EMAIL);
  await signIn(page, PASSWORD);
  await expect(page.getByRole('heading', { level: 1, name: 'Juridique' })).toBeVisible();

  const other = await (await browser.newContext({ baseURL: server.url })).newPage();
  await other.goto('/connexion');
  await other.getByRole('textbox', { name: 'Adresse électronique' }).fill(EMAIL);
  await other.getByRole('link', { name: 'Mot de passe oublié ?' }).click();
  // The page one leaves stays while the next one loads, and has a field of that name too.
  await expect(other.getByRole('heading', { level: 1, name: 'Mot de passe oublié' })).toBeVisible();
  await expect(other.getByRole('textbox', { name: 'Adresse électronique' })).toHaveValue(EMAIL);
  await other.getByRole('button', { name: 'Recevoir un lien' }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'Regardez votre messagerie' })).toBeVisible();
  await expect.poll(() => mails(server.dataDir).length).toBe(1);
  const link = linkOf(mails(server.dataDir)[0] as string);

  await other.goto(link);
  const chosen = other.getByLabel('Nouveau mot de passe', { exact: true });
  await chosen.fill('court');
  await other.getByRole('button', { name: 'Enregistrer ce mot de passe' }).click();
  await expect(other.getByText('Il manque 5 caractères.')).toBeVisible();
  await chosen.fill(NEW_PASSWORD);
  await other.getByRole('button', { name: 'Enregistrer ce mot de passe' }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'C’est fait' })).toBeVisible();

  await test.step('the session opened with the old password is over', async () => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1, name: 'Connexion' })).toBeVisible();
    await signIn(page, PASSWORD);
    await expect(page.getByRole('alert').filter({ hasText: /Adresse ou mot de passe incorrect\./ })).toBeVisible();
  });
  await test.step('the link serves once', async () => {
    await other.goto(link);
    await other.getByLabel('Nouveau mot de passe', { exact: true }).fill('encore un autre mot');
    await other.getByRole('button', { name: 'Enregistrer ce mot de passe' }).click();
    await expect(other.getByRole('alert').filter({ hasText: /Ce lien a déjà servi/ })).toBeVisible();
    await other.context().close();
  });
  await signIn(page, NEW_PASSWORD);
  await expect(page.getByRole('navigation', { name: 'Navigation principale' }).first()).toBeVisible();
  await signOut(page);
  await page.goto('/profil');
  await expect(page.getByRole('heading', { level: 1, name: 'Connexion' })).toBeVisible();
});

test('a page that is long to come takes nothing in the one that is left, and finds the address typed there', async ({ page }) => {
  await page.goto('/connexion');
  const address = page.getByRole('textbox', { name: 'Adresse électronique' });
  await address.fill(EMAIL);
  let arrive: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/assets/forgotten-password-page-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('link', { name: 'Mot de passe oublié ?' }).click();
  await expect(page.getByRole('progressbar', { name: 'La page arrive' })).toBeVisible();
  const password = page.getByLabel('Mot de passe', { exact: true });
  await password.focus();
  await page.keyboard.type('perdu');
  await expect(password).toHaveValue('');
  arrive();
  await expect(page.getByRole('heading', { level: 1, name: 'Mot de passe oublié' })).toBeVisible();
  await expect(address).toHaveValue(EMAIL);
  await page.getByRole('link', { name: 'Retour à la connexion' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Connexion' })).toBeVisible();
  await expect(address).toHaveValue(EMAIL);
});

test('a changed profile is seen in the directory by others', async ({ browserOf }) => {
  const [owner, other] = [await browserOf('referent'), await browserOf('asker')];
  await owner.goto('/profil');
  const name = owner.getByRole('textbox', { name: 'Nom affiché' });
  await name.fill('');
  await owner.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(name).toBeFocused();
  await name.fill('Directeur général des services');
  await owner.getByRole('textbox', { name: 'Téléphone' }).fill('03 27 00 00 00');
  await owner.getByRole('combobox', { name: 'Mes sujets d’expertise' }).fill('carrières souterraines');
  await owner.keyboard.press('Enter');
  await owner.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(owner.getByText('Enregistré', { exact: true })).toBeVisible();

  await other.goto('/annuaire');
  await other.getByRole('searchbox').fill('carriere souterraine');
  const row = other.getByRole('list', { name: 'Personnes' }).getByRole('listitem');
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('Onnaing');
  await row.getByRole('link', { name: /^Directeur général des services/ }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'Directeur général des services, Onnaing' })).toBeVisible();
  await expect(other.getByRole('link', { name: '03 27 00 00 00' })).toHaveAttribute('href', 'tel:0327000000');
  await expect(other.getByRole('link', { name: 'carrières souterraines' })).toBeVisible();
});
