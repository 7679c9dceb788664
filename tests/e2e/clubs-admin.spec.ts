import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const pick = async (page: Page, label: string, typed: string, name: RegExp) => {
  await page.getByRole('combobox', { name: label }).fill(typed);
  await page.getByRole('option', { name }).first().click();
  await page.keyboard.press('Escape');
};

test('a club’s whole life: opened by the administrator, kept by its pilot, archived, and still read', async ({ browserOf }) => {
  test.slow();
  const [administrator, pilot, agent] = [await browserOf('administrator'), await browserOf('pilot'), await browserOf('asker')];

  await administrator.goto('/');
  await administrator.getByRole('navigation', { name: 'Navigation principale' }).getByRole('link', { name: 'Administration' }).click();
  await expect(administrator.getByRole('heading', { level: 1, name: 'Administration' })).toBeVisible();
  await administrator.getByRole('navigation', { name: 'Administration' }).getByRole('link', { name: 'Clubs' }).click();
  await administrator.getByRole('link', { name: 'Créer un club' }).click();
  await administrator.getByRole('button', { name: 'Créer le club' }).click();
  await expect(administrator.getByText('Donnez un nom au club.')).toBeVisible();
  await administrator.getByLabel('Nom du club').fill('Cimetières');
  await expect(administrator.getByLabel('Initiales')).toHaveValue('CI');
  await administrator.getByLabel('Objet').fill('Concessions, reprises et travaux dans les cimetières.');
  await administrator.getByRole('button', { name: 'Créer le club' }).click();
  await expect(administrator).toHaveURL(/\/clubs\/cimetieres$/);

  await administrator.getByRole('link', { name: 'Réglages' }).click();
  await pick(administrator, 'Nommer un pilote', 'commande publique', /^Responsable de la commande publique, Valenciennes Métropole/);
  await administrator.getByRole('button', { name: 'Nommer pilote' }).click();
  await expect(administrator.getByRole('list', { name: 'Pilotes du club' }).getByRole('listitem')).toHaveCount(1);
  await administrator.getByRole('button', { name: /des pilotes$/ }).click();
  await expect(administrator.getByText(/C’est le dernier pilote du club/)).toBeVisible();

  await agent.goto('/notifications');
  await expect(agent.getByText(/Un nouveau club s’ouvre/)).toBeVisible();
  await agent.goto('/clubs/cimetieres');
  await agent.getByRole('button', { name: 'Rejoindre le club Cimetières' }).click();
  await expect(agent.getByRole('button', { name: 'Quitter le club Cimetières' })).toBeVisible();

  await pilot.goto('/clubs/cimetieres/reglages');
  await pilot.getByLabel('Charte').fill('Le règlement du cimetière d’abord.');
  await expect(pilot.getByLabel('Nom du club')).toHaveCount(0);
  await pilot.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(pilot.getByText('Fiche enregistrée.')).toBeVisible();
  await pilot.getByRole('link', { name: 'Modération' }).click();
  await expect(pilot.getByText(/a modifié la fiche du club/)).toBeVisible();
  await expect(pilot.getByText(/a créé le club/)).toBeVisible();

  await administrator.getByRole('button', { name: 'Archiver le club…' }).click();
  await administrator.getByRole('button', { name: 'Archiver le club Cimetières' }).click();
  await expect(administrator.getByText(/^Archivé depuis le/)).toBeVisible();
  await expect(administrator.getByRole('button', { name: 'Rouvrir le club' })).toBeVisible();

  await agent.goto('/clubs/cimetieres/presentation');
  await expect(agent.getByText('Le règlement du cimetière d’abord.')).toBeVisible();
  await expect(agent.getByText(/^Archivé depuis le/)).toBeVisible();
  await agent.goto('/clubs/cimetieres');
  await expect(agent.getByRole('heading', { level: 1, name: /Cimetières/ })).toBeVisible();
  await agent.getByRole('main').getByRole('link', { name: 'Questions', exact: true }).click();
  await expect(agent.getByText('Aucune question pour l’instant')).toBeVisible();
  await expect(agent.getByRole('main').getByRole('link', { name: 'Poser la première question' })).toHaveCount(0);
  await agent.goto('/clubs');
  await expect(agent.getByRole('main').getByRole('link', { name: 'Urbanisme' })).toBeVisible();
  await expect(agent.getByRole('main').getByRole('link', { name: 'Cimetières' })).toHaveCount(0);
});
