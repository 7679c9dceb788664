import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const text = (page: Page) => page.locator('.ProseMirror');
const choose = async (page: Page, field: string, option: string | RegExp): Promise<void> => {
  await page
    .getByRole('combobox', { name: field })
    .or(page.getByRole('textbox', { name: field }))
    .click();
  await page.getByRole('option', { name: option }).click();
};
/** Chooses what becomes of the model. */
const decide = async (page: Page, step: string): Promise<void> => {
  await page.getByRole('button', { name: 'État…' }).click();
  await page.getByRole('menuitem', { name: `${step}…` }).click();
  await page.getByRole('dialog', { name: step }).getByRole('button', { name: step }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

test('a model is begun, written, compared, validated: whoever writes sees it freeze, and open again for the next version', async ({
  browserOf,
}) => {
  const [pilot, member] = [await browserOf('pilot'), await browserOf('asker')];
  await pilot.goto('/clubs/marches-publics/modeles');
  await pilot.getByRole('link', { name: 'Nouveau modèle' }).click();
  await pilot.getByRole('textbox', { name: 'Titre' }).fill('CCAP – Prestations de restauration');
  await pilot.getByRole('button', { name: 'Commencer à écrire' }).click();
  await text(pilot).click();
  await pilot.keyboard.type('Les prix sont fermes.');
  await expect(pilot.getByText('Enregistré', { exact: true })).toBeVisible();

  await member.goto(new URL(pilot.url()).pathname);
  await expect(text(member)).toContainText('Les prix sont fermes.');
  await expect(text(member)).toHaveAttribute('contenteditable', 'true');

  await decide(pilot, 'Valider la v1');
  await expect(pilot.getByText('Validé v1')).toBeVisible();
  await expect(member.getByText('Lecture seule : modèle validé')).toBeVisible();
  await expect(text(member)).toHaveAttribute('contenteditable', 'false');

  await decide(pilot, 'Préparer la version suivante');
  await expect(text(member)).toHaveAttribute('contenteditable', 'true');
  await text(member).click();
  await member.keyboard.press('Control+End');
  await member.keyboard.type(' Ils sont révisables chaque année.');
  await expect(text(pilot)).toContainText('révisables chaque année');

  await pilot.getByRole('link', { name: 'Versions' }).click();
  await expect(pilot.getByText('1 passage a changé')).toBeVisible();
  await expect(pilot.locator('ins').first()).toContainText('révisables');
  await pilot.getByRole('button', { name: 'Revenir à ce texte' }).click();
  for (const page of [pilot, member]) {
    await expect(text(page)).not.toContainText('révisables');
    await expect(text(page)).toContainText('Les prix sont fermes.');
  }

  // The same words set bold are a change too.
  const id = new URL(pilot.url()).pathname.split('/').at(-1);
  const kept = await pilot.request.post(`/api/templates/${id}/versions`, { data: { name: 'Avant la mise en forme' } });
  expect(kept.status(), await kept.text()).toBe(201);
  await text(pilot).click();
  await pilot.keyboard.press('Control+a');
  await pilot.keyboard.press('Control+b');
  await expect(text(member).locator('strong')).toHaveText('Les prix sont fermes.');
  await pilot.getByRole('link', { name: 'Versions' }).click();
  await expect(pilot.getByText('Mise en forme changée')).toBeVisible();
});

test('an accepted answer is proposed as a clause, and each page leads to the other', async ({ browserOf }) => {
  const page = await browserOf('pilot');
  // Its text is searched from the library, and the article the words stand in opens.
  await page.goto('/modeles');
  await page.getByRole('searchbox', { name: 'Mots à chercher dans le texte des modèles' }).fill('pénalités');
  const found = page.getByRole('list', { name: 'Résultats' }).getByRole('listitem').filter({ hasText: 'Contrôle contradictoire' });
  await expect(found.locator('mark').first()).toHaveText(/pénalité/);
  await found.getByRole('link').click();
  await expect(page).toHaveURL(/\/modeles\/.+#article-/);
  await expect(text(page)).toContainText('Contrôle contradictoire');
  const similar = await page.request.get(
    `/api/threads/similar?title=${encodeURIComponent('Révision de prix : quel indice pour la restauration scolaire')}`,
  );
  const { items } = (await similar.json()) as { items: { id: string; clubSlug: string; title: string; status: string }[] };
  const thread = items.find(({ status }) => status === 'resolved');
  expect(thread).toBeDefined();
  await page.goto(`/clubs/${thread?.clubSlug}/sujets/${thread?.id}`);
  await page.getByRole('button', { name: 'En faire une clause' }).click();
  // By keyboard alone: found by its kind and a word of its text, club by club.
  const dialog = page.getByRole('dialog', { name: 'En faire une clause' });
  await expect(dialog.getByLabel('Modèle')).toBeFocused();
  await page.keyboard.type('introuvable');
  await expect(page.getByText('Aucun modèle en cours d’écriture ne réunit ces mots')).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('cctp pénalité');
  const models = page.getByRole('listbox', { name: 'Modèles où proposer' });
  await expect(models.getByRole('option').first()).toHaveText(/^CCTP.*Contrôle contradictoire$/);
  await expect(models.getByText('Marchés publics', { exact: true })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Modèle')).toHaveValue(/^CCTP/);
  await choose(page, 'À la fin de quel article', /Contrôle contradictoire/);
  await page.getByRole('button', { name: 'Proposer dans le modèle' }).click();
  await expect(page.getByRole('article', { name: /^Suggestion/ }).first()).toBeVisible();
  const discussed = page.getByRole('region', { name: 'Discussions dont il vient' });
  await discussed.getByRole('link').click();
  await expect(page.getByText('Cette réponse a été proposée dans')).toBeVisible();
  await page.getByRole('link', { name: /Contrôle contradictoire/ }).click();
  await expect(text(page)).toBeVisible();
});
