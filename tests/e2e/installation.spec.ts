import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { faultsOf } from './support/axe.ts';
import { type BuiltServer, startBuiltServer } from './support/built-server.ts';
import { hasFocus, tabTo } from './support/tab-to.ts';

const CODE = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/;

/** A server installed a moment ago: no data, no territory. */
const test = base.extend<{ bare: BuiltServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures used from this pattern
  bare: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'beffroi-bare-'));
    const server = await startBuiltServer(folder, { DEMO: '' });
    await use(server);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  },
  baseURL: async ({ bare }, use) => use(bare.url),
});

const codeOf = async (server: BuiltServer): Promise<string> => {
  await expect.poll(server.said).toMatch(CODE);
  return CODE.exec(server.said())?.[0] as string;
};
const step = (page: Page, name: string) => page.getByRole('heading', { level: 2, name });
const field = (page: Page, name: string) => page.getByRole('textbox', { name });
const next = (page: Page) => page.getByRole('button', { name: 'Continuer' });
const search = (page: Page) => page.getByRole('combobox', { name: 'Chercher votre intercommunalité' });

test('every page of a server without a territory leads to the one that creates it', async ({ page, bare }) => {
  for (const path of ['/', '/clubs', '/annuaire', '/connexion', '/mot-de-passe-oublie', '/nulle/part']) {
    await page.goto(`${bare.url}${path}`);
    await expect(page, path).toHaveURL(/\/installation$/);
    await expect(page.getByRole('heading', { level: 1, name: 'Créer votre territoire' })).toBeVisible();
  }
});

test('Metz Métropole is set up from nothing, by keyboard, and nothing typed is lost on the way', async ({ page, bare }) => {
  test.slow();
  await page.goto('/');

  await test.step('a wrong code is refused at the field', async () => {
    await tabTo(page, field(page, 'Code d’installation'));
    await page.keyboard.type('AAAA-BBBB-CCCC');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Ce n’est pas le code que ce serveur a écrit dans son journal.')).toBeVisible();
    expect(await hasFocus(field(page, 'Code d’installation'))).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
  });

  await test.step('the right one opens the register', async () => {
    await page.keyboard.press('Control+a');
    await page.keyboard.type((await codeOf(bare)).toLowerCase());
    await page.keyboard.press('Enter');
    await expect(step(page, 'Votre territoire')).toBeFocused();
  });

  await test.step('the intercommunality is found by its name, with its communes', async () => {
    await tabTo(page, search(page));
    await page.keyboard.type('metz metro');
    await expect(page.getByRole('option', { name: /^Metz Métropole/ })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByText('SIREN 200039865')).toBeVisible();
    await expect(page.getByRole('row')).toHaveCount(47);
    await expect(page.getByRole('row', { name: /^Metz 57463/ })).toBeVisible();
    await expect(field(page, 'Nom du territoire')).toHaveValue('Metz Métropole');
    await page.reload();
    await expect(page.getByRole('row')).toHaveCount(47);
    expect(await faultsOf(page)).toEqual([]);
    await tabTo(page, next(page));
    await page.keyboard.press('Enter');
  });

  await test.step('six clubs are proposed, and others may be ticked', async () => {
    await expect(step(page, 'Les premiers clubs')).toBeFocused();
    await expect(page.getByText('6 clubs choisis')).toBeVisible();
    await tabTo(page, page.getByRole('checkbox', { name: 'Finances publiques' }));
    await page.keyboard.press('Space');
    await expect(page.getByText('7 clubs choisis')).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await tabTo(page, next(page));
    await page.keyboard.press('Enter');
  });

  await test.step('the administrator’s account, errors at their fields', async () => {
    await expect(step(page, 'Votre compte d’administrateur')).toBeFocused();
    await tabTo(page, field(page, 'Adresse électronique'));
    await page.keyboard.type('admin@metz');
    await tabTo(page, field(page, 'Nom affiché'));
    await page.keyboard.type('Chargée de mission mutualisation');
    await tabTo(page, field(page, 'Fonction'));
    await page.keyboard.type('Chargée de mission mutualisation');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Cette adresse électronique n’est pas valide.')).toBeVisible();
    await expect(page.getByText('10 caractères au moins.', { exact: true })).toBeVisible();
    await expect(field(page, 'Adresse électronique')).toBeFocused();
    expect(await faultsOf(page)).toEqual([]);
  });

  await test.step('a reload keeps all but the password, then the territory is created', async () => {
    await page.reload();
    await expect(field(page, 'Nom affiché')).toHaveValue('Chargée de mission mutualisation');
    await tabTo(page, field(page, 'Adresse électronique'));
    await page.keyboard.press('End');
    await page.keyboard.type('.example');
    await tabTo(page, page.getByLabel('Mot de passe', { exact: true }));
    await page.keyboard.type('une phrase assez longue');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Metz Métropole est prêt' })).toBeVisible();
    await expect(page.getByText('46 communes et 7 clubs vous attendent.')).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
  });

  await test.step('the installation is shut from then on', async () => {
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain('assez longue');
    await page.goto('/installation');
    await expect(page).toHaveURL(/\/connexion$/);
    await page.goto('/annuaire');
    await expect(page.getByText('46 et leur intercommunalité')).toBeVisible();
  });
});
