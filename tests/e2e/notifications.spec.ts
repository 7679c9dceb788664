import type { Page } from '@playwright/test';
import { NOTIFICATION_KINDS } from '../../shared/src/features/notifications/notifications.vocabulary.ts';
import { faultsOf } from './support/axe.ts';
import { mailOf } from './support/mail-of.ts';
import { expect, test } from './support/test.ts';
import { askAs, replyAs } from './support/writing.ts';

/** What holds in a mail too: it has neither landmarks nor a first heading, and mail programs would strip them. */
const MAIL_RULES = [
  'color-contrast',
  'document-title',
  'html-has-lang',
  'image-alt',
  'link-name',
  'link-in-text-block',
  'table-fake-caption',
];

const bell = (page: Page, waiting: number) =>
  page.getByRole('button', { name: waiting ? `Notifications, ${waiting} à lire` : 'Notifications', exact: true });
const panel = (page: Page) => page.getByRole('dialog', { name: /^Notifications/ });

/** Begins with nothing to read: the territory is shared by the journeys. */
const readAll = async (page: Page) => {
  const answer = await page.request.post('/api/notifications/read', { data: { upTo: new Date().toISOString() } });
  expect(answer.status()).toBe(200);
};

test('an answer rings the bell of the asker wherever she is, and opening it reads it on all her devices', async ({ browserOf }) => {
  const [here, there, writer] = [await browserOf('asker'), await browserOf('asker'), await browserOf('pilot')];
  await readAll(here);
  const { id, path } = await askAs(here, 'Qui prévient l’acheteuse quand on lui répond ?');
  await here.goto('/annuaire');
  await there.goto('/clubs');
  for (const page of [here, there]) await expect(bell(page, 0)).toBeVisible();
  await replyAs(writer, id, 'La cloche, en haut de la page.');
  for (const page of [here, there]) await expect(bell(page, 1)).toBeVisible();
  await replyAs(writer, id, 'Et le compte suit.');
  for (const page of [here, there]) await expect(bell(page, 2)).toBeVisible();

  // By the keyboard alone: opened, followed, closed, and the focus is back on the bell.
  await bell(here, 2).focus();
  await here.keyboard.press('Enter');
  await expect(panel(here)).toContainText('2 réponses');
  await here.keyboard.press('Escape');
  await expect(panel(here)).toHaveCount(0);
  await expect(bell(here, 2)).toBeFocused();

  await here.keyboard.press('Enter');
  await panel(here).getByRole('link', { name: 'Qui prévient l’acheteuse' }).click();
  await expect(here).toHaveURL(new RegExp(`${path}#reponse-1$`));
  for (const page of [here, there]) await expect(bell(page, 0)).toBeVisible();
  // What arrives on the thread being read is read.
  await replyAs(writer, id, 'Une troisième, sous vos yeux.');
  await expect(here.getByText('Une troisième, sous vos yeux.')).toBeVisible();
  await there.goto('/notifications');
  await expect(there.getByRole('list', { name: 'Notifications' })).toContainText('3 réponses');
  await expect(bell(there, 0)).toBeVisible();
});

test('all are marked as read at once', async ({ browserOf }) => {
  const [asker, writer] = [await browserOf('asker'), await browserOf('pilot')];
  await readAll(asker);
  const { id } = await askAs(asker, 'Comment dire que l’on a tout lu ?');
  await replyAs(writer, id, 'D’un bouton.');
  await asker.goto('/notifications');
  await expect(bell(asker, 1)).toBeVisible();
  await asker.getByRole('button', { name: 'Tout marquer comme lu' }).click();
  await expect(bell(asker, 0)).toBeVisible();
  await expect(asker.getByRole('button', { name: 'Tout marquer comme lu' })).toHaveCount(0);
});

test('the mail of every kind stands at 600 and at 360 pixels, and axe finds nothing in it', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const kind of NOTIFICATION_KINDS) {
    await test.step(kind, async () => {
      await page.setContent(mailOf(kind));
      for (const width of [600, 360]) {
        await page.setViewportSize({ width, height: 800 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, `${kind} at ${width}`).toBeLessThanOrEqual(width);
      }
      expect(await faultsOf(page, { rules: MAIL_RULES }), kind).toEqual([]);
      expect(await page.locator('a:not([href^="http"]), img:not([alt])').count(), kind).toBe(0);
    });
  }
  // Nothing is fetched: whoever opens a mail is told to nobody.
  expect(asked).toEqual([]);
});
