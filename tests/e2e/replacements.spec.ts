import { addDays, HALF_LABEL, type Half, mondayOf, parisDate, weekdayOf } from '@beffroi/shared/core/half-days';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** The working days that come, from tomorrow on. */
const workdays = (count: number): string[] =>
  Array.from({ length: 14 }, (_, day) => addDays(parisDate(new Date()), day + 1))
    .filter((date) => weekdayOf(date) < 6)
    .slice(0, count);
const [FIRST, SECOND] = workdays(2) as [string, string];
const BOARD = `/remplacements?semaine=${mondayOf(FIRST)}`;

const french = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long' });
const halfButton = (date: string, half: Half): RegExp => {
  const [weekday, day] = french.format(new Date(`${date}T12:00`)).split(' ') as [string, string];
  return new RegExp(`^${weekday} ${day}(er)?\\s\\S+( \\d{4})?, ${HALF_LABEL[half]}$`);
};

/** Publishes a need for an ATSEM, with one thumb. */
const publish = async (page: Page, place: string, halves: [string, Half][]): Promise<void> => {
  await page.goto('/remplacements/nouveau');
  await page.getByText('ATSEM', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Lieu' }).fill(place);
  for (const [date, half] of halves) await page.getByRole('button', { name: halfButton(date, half) }).click();
  await page.getByRole('button', { name: /^Publier \d/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: `ATSEM, ${place.toLowerCase().slice(0, 1)}${place.slice(1)}` })).toBeVisible();
};

const idIn = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) as string;

test('at 6:50 a clerk publishes from her phone, a substitute says yes with one touch, the clerk books, and every board shows it', async ({
  browserOf,
}) => {
  test.slow();
  const [clerk, substitute, elsewhere] = [await browserOf('clerk', PHONE), await browserOf('substitute'), await browserOf('asker')];
  const place = 'École du matin';
  await elsewhere.goto(BOARD);
  await expect(elsewhere.getByRole('table')).toBeVisible();
  await substitute.goto('/remplacements/mes-missions');
  await expect(substitute.getByRole('heading', { name: 'Mes remplacements' })).toBeVisible();

  await publish(clerk, place, [
    [FIRST, 'am'],
    [FIRST, 'pm'],
  ]);
  await expect(clerk.getByText(/^\d+\s+personnes prévenues/)).toBeVisible();

  const row = elsewhere.getByRole('row').filter({ hasText: 'école du matin' });
  await expect(row.getByText('Manque')).toHaveCount(2);

  const asked = substitute.getByRole('list', { name: 'On vous demande' }).getByRole('link', { name: 'ATSEM, école du matin' });
  await asked.click();
  await substitute.getByRole('button', { name: 'Je peux venir' }).click();
  await expect(substitute.getByText(/C’est noté/)).toBeVisible();
  await expect(row.getByText('Proposé')).toHaveCount(2);

  await clerk.getByRole('button', { name: /^Réserver 2\sdemi-journées/ }).click();
  await expect(clerk.getByRole('list', { name: 'Réservations' }).getByRole('listitem')).toHaveCount(2);
  await expect(row.getByText('Pourvu')).toHaveCount(2);
  await expect(substitute.getByRole('heading', { name: 'Vos réservations' })).toBeVisible();
  await expect(substitute.getByText(/C’est confirmé\s: .+ compte sur vous/)).toBeVisible();
  await expect(substitute.getByRole('button', { name: 'Je peux venir' })).toHaveCount(0);
  // Nobody else is to be chosen.
  await expect(clerk.getByRole('list', { name: 'Candidates' }).getByRole('listitem')).toHaveCount(1);

  // The school is to know her name: the message is written, and goes by whatever the clerk has.
  await clerk.getByRole('button', { name: 'Prévenir sur place' }).click();
  await expect(clerk.getByText(/Bonjour,\s+.*assure le remplacement/)).toBeVisible();
  await expect(clerk.getByRole('link', { name: 'Par SMS' })).toHaveAttribute('href', /^sms:.*remplacement/);

  // The place was wrong: it is changed, and what is booked stands.
  await clerk.getByRole('link', { name: 'Modifier' }).click();
  await expect(clerk.getByRole('button', { name: /déjà publiée\s: Pourvu$/ })).toHaveCount(2);
  await clerk.getByRole('textbox', { name: 'Qui demander en arrivant' }).fill('La directrice, au portail');
  await clerk
    .getByRole('textbox', { name: 'Ce qu’il faut savoir' })
    .fill(`Plan d’accès\u00a0: https://plan.example/${'ecole-du-matin-'.repeat(12)}`);
  await clerk.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(clerk.getByRole('list', { name: 'Réservations' }).getByRole('listitem')).toHaveCount(2);
  await expect(substitute.getByText('La directrice, au portail')).toBeVisible();
  // A word longer than the screen is broken: nothing has to be moved sideways.
  await expect(clerk.getByRole('definition').filter({ hasText: 'https://plan.example/' })).toBeVisible();
  await expect.poll(() => clerk.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  await substitute.goto('/remplacements/mes-missions');
  await expect(substitute.getByRole('list', { name: 'À venir' }).getByRole('link', { name: /école du matin/ })).toHaveCount(2);
  const saved = substitute.waitForEvent('download');
  await substitute.getByRole('button', { name: 'Tout ajouter à mon agenda' }).click();
  expect((await saved).suggestedFilename()).toBe('remplacements.ics');
});

test('half-days another commune was quicker to book are named, and the others are still chosen', async ({ browserOf }) => {
  test.slow();
  const [clerk, other, substitute] = [await browserOf('clerk'), await browserOf('hr'), await browserOf('substitute')];
  await publish(clerk, 'École de la course', [
    [SECOND, 'am'],
    [SECOND, 'pm'],
  ]);
  await publish(other, 'École rivale', [[SECOND, 'am']]);
  for (const page of [clerk, other]) {
    await substitute.goto(`/remplacements/${idIn(page)}`);
    await substitute.getByRole('button', { name: 'Je peux venir' }).click();
    await expect(substitute.getByText(/C’est noté/)).toBeVisible();
  }
  const book = clerk.getByRole('button', { name: /^Réserver \d\sdemi-journées?.*ATSEM remplaçante/ });
  await expect(book).toHaveText(/Réserver 2/);
  // What the other commune books meanwhile has not reached this screen when the button is pressed.
  await clerk.route('**/candidates', (route) => route.abort());
  const rival = await other.request.get(`/api/replacements/${idIn(other)}/candidates`);
  const { items } = (await rival.json()) as { items: { person: { name: string }; offer: { id: string; slots: unknown } | null }[] };
  const offer = items.find(({ person }) => person.name === 'ATSEM remplaçante')?.offer;
  const booked = await other.request.post(`/api/replacements/${idIn(other)}/bookings`, {
    data: { offerId: offer?.id, slots: offer?.slots },
    headers: { origin: new URL(other.url()).origin },
  });
  expect(booked.status()).toBe(201);
  await book.click();
  const refusal = clerk.getByRole('alert').filter({ hasText: 'Rien n’a été réservé' });
  await expect(refusal.getByText(HALF_LABEL.am)).toBeVisible();
  await expect(book).toHaveText(/Réserver 1/);
  await book.click();
  await expect(clerk.getByRole('list', { name: 'Réservations' }).getByRole('listitem')).toHaveCount(1);
});

test('on a telephone, whom one borrowed is read on her line, beside the agreement to sign', async ({ browserOf }) => {
  const clerk = await browserOf('clerk', PHONE);
  const borrowed = async (monthsAgo: number): Promise<string | undefined> => {
    const month = addDays(`${parisDate(new Date()).slice(0, 7)}-15`, -30 * monthsAgo).slice(0, 7);
    const answer = await clerk.request.get(`/api/communes/hergnies/statements/${month}`);
    const { received } = (await answer.json()) as { received: { partner: object | null; lines: { replacementId: string }[] }[] };
    return received.find(({ partner }) => partner)?.lines[0]?.replacementId;
  };
  await clerk.goto(`/remplacements/${(await borrowed(1)) ?? (await borrowed(2))}`);
  const row = clerk.getByRole('list', { name: 'Réservations' }).getByRole('listitem').filter({ hasText: 'Convention' }).first();
  await expect(row).toBeVisible();
  const [name, whole] = [await row.getByRole('heading').boundingBox(), await row.boundingBox()];
  expect(name?.width).toBeGreaterThan((whole?.width ?? 0) / 2);
});

test('the board is read and used by keyboard alone', async ({ browserOf }) => {
  const clerk = await browserOf('clerk');
  await clerk.goto('/remplacements');
  const needs = clerk.getByRole('table').getByRole('rowheader').getByRole('link');
  const panel = clerk.getByRole('complementary').getByRole('heading', { level: 2 });
  await expect(panel).toBeVisible();
  // One chosen: which is shown until then follows what others book meanwhile.
  await clerk.goto(`/remplacements?besoin=${(await needs.first().getAttribute('href'))?.split('/').at(-1)}`);
  await expect(needs.first()).toHaveAttribute('aria-current', 'true');
  const row = 1;
  await needs.first().focus();
  await clerk.keyboard.press('ArrowDown');
  await expect(needs.nth(row)).toBeFocused();
  await clerk.keyboard.press('Enter');
  await expect(needs.nth(row)).toHaveAttribute('aria-current', 'true');
  await expect(needs.nth(row)).toBeFocused();
  await expect(clerk).toHaveURL(/besoin=/);
  await expect(panel).toBeVisible();
  await clerk.keyboard.press('Enter');
  await expect(panel).toBeFocused();
  await clerk.getByRole('button', { name: 'ATSEM', exact: true }).press('Enter');
  await expect(clerk).toHaveURL(/metier=atsem/);
  await clerk.keyboard.press('Control+k');
  await expect(clerk.getByRole('dialog')).toBeVisible();
  await clerk.keyboard.type('publier un besoin');
  await expect(clerk.getByRole('option', { name: 'Publier un besoin de remplacement' })).toHaveAttribute('aria-selected', 'true');
  await clerk.keyboard.press('Enter');
  await expect(clerk.getByRole('heading', { level: 1, name: 'Publier un besoin de remplacement' })).toBeVisible();
  await clerk.getByRole('button', { name: 'Publier', exact: true }).press('Enter');
  await expect(clerk.getByText('Choisissez le métier cherché.')).toBeVisible();
  await expect(clerk.getByRole('radio', { name: 'ATSEM' })).toBeFocused();
  await clerk.keyboard.press('Space');
  await clerk.getByRole('button', { name: halfButton(FIRST, 'am') }).focus();
  await clerk.keyboard.press('ArrowDown');
  await expect(clerk.getByRole('button', { name: halfButton(FIRST, 'pm') })).toBeFocused();
  await clerk.keyboard.press('Space');
  await expect(clerk.getByRole('button', { name: halfButton(FIRST, 'pm') })).toHaveAttribute('aria-pressed', 'true');
  // What was chosen survives a reload.
  await clerk.reload();
  await expect(clerk.getByText('Votre brouillon est repris.')).toBeVisible();
  await expect(clerk.getByRole('radio', { name: 'ATSEM' })).toBeChecked();
});
