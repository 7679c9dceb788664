import { readFileSync } from 'node:fs';
import { addDays, parisDate, slotStart } from '@beffroi/shared/core/half-days';
import ICAL from 'ical.js';
import { plainPdf } from '../../server/src/demo/plain-pdf.ts';
import { expect, test } from './support/test.ts';

interface Listed {
  items: { id: string; title: string; open: boolean; commune: { slug: string } }[];
}

/** In a month, wherever that is in the year. */
const date = addDays(parisDate(new Date()), 30);
const dayWords = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const words = `${dayWords.format(new Date(date))}(?: \\d{4})?, 14 h 30`.replaceAll(' ', '\\s');
const INTERVIEW = { date, start: '14:30', words: new RegExp(words) };

test('an agent applies in confidence, HR proposes an interview and answers, both follow it live', async ({ browserOf }) => {
  test.slow();
  const [agent, hr] = [await browserOf('asker'), await browserOf('hr')];
  const { items } = (await (await hr.request.get('/api/vacancies?limit=100')).json()) as Listed;
  const mine = (await (await agent.request.get('/api/applications')).json()) as { items: { vacancy: { id: string } }[] };
  const vacancy = items.find(
    ({ id, open, commune }) => open && commune.slug === 'valenciennes' && !mine.items.some((one) => one.vacancy.id === id),
  );
  expect(vacancy).toBeDefined();

  await test.step('apply with a letter and a CV', async () => {
    await agent.goto(`/emplois/${vacancy?.id}`);
    await agent.getByRole('button', { name: 'Candidater' }).click();
    // The form stands where the button was: the keyboard goes on from its first field.
    await expect(agent.getByRole('button', { name: 'CV' })).toBeFocused();
    await agent.getByRole('textbox', { name: 'Lettre de motivation' }).fill('Votre service est celui où je veux travailler.');
    const cv = { name: 'cv.pdf', mimeType: 'application/pdf', buffer: Buffer.from(plainPdf(['Responsable urbanisme', 'Dix ans'])) };
    await agent.locator('input[type=file]').first().setInputFiles(cv);
    await agent.getByRole('button', { name: 'Envoyer ma candidature' }).click();
    await agent.getByRole('link', { name: 'Votre candidature' }).click();
    await expect(agent.getByText('Reçue', { exact: true })).toBeVisible();
  });

  await test.step('HR reads it and proposes an interview', async () => {
    await hr.goto(`/emplois/${vacancy?.id}/candidatures`);
    await hr.getByRole('link', { name: 'Responsable urbanisme, Anzin' }).click();
    await expect(hr.getByText('Votre service est celui où je veux travailler.')).toBeVisible();
    await hr.getByRole('button', { name: 'Proposer un entretien' }).click();
    await hr.getByLabel('Date et heure').fill(`${INTERVIEW.date}T${INTERVIEW.start}`);
    await hr.getByLabel('Lieu').fill('Mairie, salle du conseil');
    await hr.getByRole('button', { name: 'Proposer l’entretien' }).click();
    await expect(hr.getByRole('button', { name: 'Modifier l’entretien' })).toBeVisible();
  });

  await test.step('the candidate sees it arrive and puts it in her calendar', async () => {
    await expect(agent.getByText(INTERVIEW.words)).toBeVisible();
    const [download] = await Promise.all([
      agent.waitForEvent('download'),
      agent.getByRole('button', { name: 'Ajouter à mon agenda' }).click(),
    ]);
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(await download.path(), 'utf8')));
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
    expect(event.startDate.toJSDate()).toEqual(slotStart(INTERVIEW));
  });

  await test.step('HR declines in the words proposed, which the candidate reads', async () => {
    await hr.getByRole('button', { name: 'Ne pas retenir' }).click();
    await expect(hr.getByRole('textbox', { name: 'Message au candidat' })).toHaveValue(/nous vous en remercions/);
    await hr.getByRole('button', { name: 'Ne pas retenir et envoyer' }).click();
    await expect(agent.getByText('Réponse de la commune')).toBeVisible();
  });
});

test('HR reads what her commune lent and received, and takes it and an agreement away', async ({ browserOf }) => {
  const hr = await browserOf('hr');
  await hr.goto('/remplacements/releves');
  await expect(hr.getByRole('heading', { level: 1 })).toHaveText('Relevé de Valenciennes');
  await hr.getByRole('button', { name: /^Mois précédent/ }).click();
  await hr.getByRole('button', { name: 'Mois suivant' }).click();
  await hr.getByRole('button', { name: 'Télécharger' }).click();
  const [statement] = await Promise.all([hr.waitForEvent('download'), hr.getByRole('menuitem', { name: 'Tableur (CSV)' }).click()]);
  expect(statement.suggestedFilename()).toMatch(/^Relevé Valenciennes .*\.csv$/);
  await hr
    .getByRole('button', { name: /^Convention de mise à disposition/ })
    .first()
    .click();
  const [agreement] = await Promise.all([hr.waitForEvent('download'), hr.getByRole('menuitem', { name: /^Word/ }).click()]);
  expect(agreement.suggestedFilename()).toMatch(/^Convention de mise à disposition .*\.docx$/);
});
