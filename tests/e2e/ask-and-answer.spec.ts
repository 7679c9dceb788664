import { expect, test } from './support/test.ts';
import { replyBox, write } from './support/writing.ts';

const TITLE = 'Peut-on renoncer à une pénalité de retard envers un artisan débordé ?';
const ANSWER = 'Oui, par une délibération motivée : la nôtre est à votre disposition.';

test('an agent of Anzin asks, an officer of another commune answers live, the asker accepts, a third finds it with other words', async ({
  browserOf,
}) => {
  test.slow();
  const asker = await browserOf('asker');
  const officer = await browserOf('referent');
  const third = await browserOf('hr');

  await officer.goto('/clubs/marches-publics');
  await expect(officer.getByRole('list', { name: 'Sujets', exact: true })).toBeVisible();

  await test.step('similar questions appear while the title is typed, resolved ones first', async () => {
    await asker.goto('/clubs/marches-publics');
    await asker.getByRole('link', { name: 'Poser une question' }).click();
    const title = asker.getByRole('textbox', { name: 'Votre question en une phrase' });
    await title.pressSequentially('quels indices pour réviser le prix des restaurants scolaires');
    const alike = asker.getByRole('region', { name: 'Déjà demandé ?' });
    const first = alike.getByRole('listitem').first();
    await expect(first.getByRole('link', { name: 'Révision de prix : quel indice pour la restauration scolaire ?' })).toBeVisible();
    await expect(first).toContainText('Résolue');
    await title.fill(TITLE);
  });

  await test.step('she asks', async () => {
    await asker.getByRole('combobox', { name: 'Club' }).selectOption('Marchés publics');
    await write(asker.getByRole('textbox', { name: 'Les détails de votre question' }), 'Le chantier a pris trois semaines.');
    await asker.getByRole('button', { name: 'Poser la question' }).click();
    await expect(asker.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
    await expect(asker.getByText('Sans réponse', { exact: true })).toBeVisible();
  });

  await test.step('the officer sees it arrive without reload, and opens it', async () => {
    await officer.getByRole('button', { name: '1 nouvelle question' }).click();
    await officer.getByRole('link', { name: TITLE }).click();
    await expect(officer.getByText('Le chantier a pris trois semaines.')).toBeVisible();
  });

  await third.goto('/clubs/marches-publics');
  const row = third.getByRole('list', { name: 'Sujets', exact: true }).getByRole('listitem').filter({ hasText: TITLE });
  await expect(row).toContainText('Sans réponse');

  await test.step('the asker sees him write, then his answer arrive', async () => {
    await write(replyBox(officer), ANSWER);
    await expect(asker.getByText('Directeur général des services, Onnaing écrit une réponse…')).toBeVisible();
    await officer.getByRole('button', { name: 'Répondre' }).click();
    await expect(officer.getByRole('article', { name: /Réponse 1/ })).toContainText(ANSWER);
    await expect(asker.getByRole('article', { name: 'Réponse 1, Directeur général des services, Onnaing' })).toContainText(ANSWER);
    await expect(asker.getByText('Avec réponse', { exact: true })).toBeVisible();
    await expect(row).toContainText('1 réponse');
  });

  await test.step('she accepts it: the question is resolved everywhere', async () => {
    await asker.getByRole('button', { name: 'Retenir cette réponse' }).click();
    for (const page of [asker, officer]) {
      await expect(page.getByRole('article', { name: /Réponse 1/ })).toContainText('Réponse retenue');
      await expect(page.getByText('Résolue', { exact: true })).toBeVisible();
    }
    await expect(row).toContainText('Résolue');
  });

  await test.step('a third finds it in the palette with other endings and no accents', async () => {
    await third.keyboard.press('Control+k');
    await third.getByRole('combobox', { name: 'Chercher une question, un club, une personne' }).fill('renoncement penalites artisans');
    await third.getByRole('option', { name: TITLE }).click();
    await expect(third.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
    await expect(third.getByText('Résolue', { exact: true })).toBeVisible();
  });

  await test.step('and by the answer’s words on the search page', async () => {
    await third.goto('/recherche');
    await third.getByRole('searchbox', { name: 'Mots à chercher' }).fill('deliberations motivees disposition');
    const found = third.getByRole('listitem').filter({ has: third.getByRole('link', { name: TITLE }) });
    await expect(found.first()).toContainText('Résolue');
    await found.first().getByRole('link', { name: TITLE }).click();
    await expect(third.getByRole('article', { name: /Réponse 1/ })).toBeVisible();
  });
});
