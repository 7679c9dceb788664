import { tabTo } from './support/tab-to.ts';
import { expect, test } from './support/test.ts';

test('HR publishes a vacancy by keyboard, and who saved such a search is told', async ({ browserOf }) => {
  test.slow();
  const seeker = await browserOf('asker');
  await seeker.goto('/emplois');
  await seeker.getByRole('combobox', { name: 'Métier' }).click();
  await seeker.getByRole('option', { name: 'Géomaticien' }).click();
  await expect(seeker).toHaveURL(/metier=geomaticien/);
  await expect(seeker.getByRole('button', { name: 'Retirer le filtre Géomaticien' })).toBeVisible();
  await seeker.getByRole('button', { name: 'Enregistrer et m’alerter' }).click();
  await expect(seeker.getByRole('list', { name: 'Recherches enregistrées' })).toContainText('Géomaticien');

  const hr = await browserOf('hr');
  await hr.goto('/emplois/nouveau');
  await tabTo(hr, hr.getByRole('combobox', { name: 'Métier' }));
  await hr.keyboard.type('géomat');
  await expect(hr.getByRole('option', { name: 'Géomaticien' })).toBeVisible();
  await hr.keyboard.press('ArrowDown');
  await hr.keyboard.press('Enter');
  const title = hr.getByRole('textbox', { name: 'Intitulé du poste' });
  await expect(title).toHaveValue('Géomaticien (F/H)');
  await expect(hr.getByRole('textbox', { name: 'Missions' })).toHaveValue(/cartes/);
  await tabTo(hr, title);
  await hr.keyboard.press('End');
  await hr.keyboard.type(', service commun');
  // Looking whether the focus shows sets a date field back to its first part: nothing tabs past one.
  await hr.getByRole('textbox', { name: 'Lieu de travail' }).focus();
  await hr.keyboard.type('Hôtel de ville');
  await expect(hr.getByText('10 mentions sur 12')).toBeVisible();
  await hr.keyboard.press('Enter');
  await expect(hr.getByRole('heading', { level: 1, name: 'Géomaticien (F/H), service commun' })).toBeVisible();

  // The list she has open shows it by itself.
  const offer = seeker.getByRole('link', { name: 'Géomaticien (F/H), service commun' });
  await expect(offer).toBeVisible();
  await seeker.goto('/notifications');
  await expect(seeker.getByRole('list', { name: 'Notifications' })).toContainText('Géomaticien (F/H), service commun');
  await seeker.goto('/recherche?q=géomaticiens commun');
  await expect(seeker.getByRole('list', { name: 'Offres d’emploi trouvées' })).toContainText('Géomaticien (F/H), service commun');
  await seeker.goto('/emplois?metier=geomaticien');
  await seeker.getByRole('radiogroup', { name: 'Ordre des offres' }).getByText('Clôture la plus proche').click();
  await expect(seeker).toHaveURL(/tri=cloture/);
  const more = seeker.getByRole('button', { name: 'Plus de critères' });
  await more.focus();
  await seeker.keyboard.press('Enter');
  await seeker.getByRole('checkbox', { name: 'Avec NBI' }).focus();
  await seeker.keyboard.press('Space');
  await expect(seeker.getByText('Aucune offre ne répond à ces filtres')).toBeVisible();
  await seeker.getByRole('button', { name: 'Retirer le filtre Avec NBI' }).click();
  await seeker.getByLabel('Débute à partir du').fill('2099-01-01');
  await expect(seeker.getByText('Aucune offre ne répond à ces filtres')).toBeVisible();
  await seeker.getByRole('button', { name: 'Retirer le filtre Débute à partir du 1er janvier 2099' }).click();
  await offer.click();
  await expect(seeker.getByRole('heading', { level: 1, name: 'Géomaticien (F/H), service commun' })).toBeVisible();
  await expect(seeker.getByRole('link', { name: 'Modifier' })).toHaveCount(0);
  const id = new URL(seeker.url()).pathname.split('/').at(-1);
  await hr.request.post(`/api/vacancies/${id}/close`, { data: { as: 'filled' } });
  await expect(seeker.getByText('Pourvue', { exact: true })).toBeVisible();
});

test('on a telephone one goes from replacements to vacancies by hand', async ({ browserOf }) => {
  const agent = await browserOf('asker', { viewport: { width: 390, height: 844 }, hasTouch: true });
  await agent.goto('/');
  await agent.getByRole('navigation', { name: 'Navigation principale' }).getByRole('link', { name: 'Bourses' }).click();
  await agent.getByRole('navigation', { name: 'Bourses' }).getByRole('link', { name: 'Emplois' }).click();
  await expect(agent.getByRole('heading', { level: 1, name: 'Emplois' })).toBeVisible();
  await expect(agent.locator('a[aria-current="page"]:visible')).toHaveText(['Emplois', 'Bourses']);
});

test('two who correct the same offer lose nothing', async ({ browserOf }) => {
  const hr = await browserOf('hr');
  const made = await hr.request.post('/api/vacancies', { data: { commune: 'valenciennes', title: 'Juriste (F/H)', publish: true } });
  const { id, version } = (await made.json()) as { id: string; version: number };
  await hr.goto(`/emplois/${id}/modifier`);
  // A file is sent as soon as it is chosen, and is no other's change.
  await hr.getByRole('button', { name: 'Fichier, facultatif' }).focus();
  const [chooser] = await Promise.all([hr.waitForEvent('filechooser'), hr.keyboard.press('Enter')]);
  await chooser.setFiles({ name: 'Fiche de poste.txt', mimeType: 'application/pdf', buffer: Buffer.from('du texte') });
  await expect(hr.getByText('Ce fichier n’est ni un PDF')).toBeVisible();
  const [again] = await Promise.all([hr.waitForEvent('filechooser'), hr.keyboard.press('Enter')]);
  await again.setFiles({ name: 'Fiche de poste.pdf', mimeType: 'text/html', buffer: Buffer.from('%PDF-1.4\ntrailer<<>>\n%%EOF\n') });
  await expect(hr.getByText('Fichier joint à l’offre.')).toBeVisible();
  await hr.getByRole('textbox', { name: 'Profil attendu' }).fill('Mon profil');
  const other = await hr.request.patch(`/api/vacancies/${id}`, {
    data: { version: version + 1, profile: 'Le profil d’une collègue', missions: 'Les missions d’une collègue' },
  });
  expect(other.status()).toBe(200);
  await hr.getByRole('button', { name: 'Enregistrer' }).click();
  const conflict = hr.getByRole('region', { name: 'Cette offre a été modifiée entre-temps' });
  await expect(conflict).toContainText('Mon profil');
  await expect(conflict).toContainText('Le profil d’une collègue');
  await conflict.getByRole('button', { name: 'Enregistrer mon texte' }).click();
  await expect(hr.getByRole('region', { name: 'Profil' })).toContainText('Mon profil');
  await expect(hr.getByRole('region', { name: 'Missions' })).toContainText('Les missions d’une collègue');
  await expect(hr.getByRole('region', { name: 'Pièce jointe' })).toContainText('(PDF, 1 Ko)');
  const [download] = await Promise.all([hr.waitForEvent('download'), hr.getByRole('link', { name: 'Fiche de poste.pdf' }).click()]);
  expect(download.suggestedFilename()).toBe('Fiche de poste.pdf');
});

test('a link that somebody else wrote answers nothing; one click says that an offer is filled, and takes it back', async ({
  browserOf,
}) => {
  const hr = await browserOf('hr');
  const made = await hr.request.post('/api/vacancies', { data: { commune: 'valenciennes', title: 'Acheteur (F/H)', publish: true } });
  const { id } = (await made.json()) as { id: string };
  await hr.goto(`/emplois/${id}?reponse=pourvue&cle=null`);
  await expect(hr.getByRole('heading', { level: 1, name: 'Acheteur (F/H)' })).toBeVisible();
  expect(await (await hr.request.get(`/api/vacancies/${id}`)).json()).toMatchObject({ state: 'published', version: 1 });
  await hr.getByRole('button', { name: 'Emploi pourvu' }).click();
  await expect(hr.getByText('Emploi pourvu : l’offre quitte la liste.')).toBeVisible();
  await hr.getByRole('button', { name: 'Annuler' }).click();
  await expect(hr.getByText('En cours')).toBeVisible();
});

test('an offer of a commune that says so is read by everyone, without a script', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL as string, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/offres');
  await page.getByRole('main').getByRole('listitem').first().getByRole('link').click();
  await expect(page.getByText('Date limite')).toBeVisible();
  await page.getByRole('link', { name: 'Toutes les offres' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Offres d’emploi' })).toBeVisible();
  await context.close();
});
