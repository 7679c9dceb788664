import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { askAs, replyAs } from './support/writing.ts';

// All that waits is cleared: on a server of its own, since other journeys look at what waits.
test.use({ baseURL: async ({ ownServer }, use) => use(ownServer.url) });

const rows = (page: Page) => page.getByRole('main').getByRole('listitem');
const link = (page: Page, title: string) => page.getByRole('main').getByRole('link', { name: title });

/** What waits at first is cleared, so that the journey meets what it makes and nothing else. */
const startClear = async (page: Page): Promise<void> => {
  const answer = await page.request.put('/api/catch-up/read', {
    data: { until: new Date().toISOString() },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(answer.status()).toBe(200);
};

test('an agent comes back, and catches up on two devices with the keyboard', async ({ browserOf }) => {
  const [computer, phone, colleague] = [await browserOf('asker'), await browserOf('asker'), await browserOf('pilot')];
  await computer.goto('/rattrapage');
  await startClear(computer);
  // While she is away: an answer to her own question, and two new ones in her club.
  const own = await askAs(computer, 'Qui a déjà repris une voie privée en régie ?');
  await replyAs(colleague, own.id, 'Nous, l’an dernier : la délibération est courte.');
  const [first, second] = ['Un avenant de transfert se délibère-t-il ?', 'Quel délai pour lever les réserves du lot 3 ?'];
  for (const title of [first, second]) await askAs(colleague, title);

  for (const device of [computer, phone]) {
    await device.goto('/rattrapage');
    await expect(rows(device)).toHaveCount(3);
  }
  // Hers first; the keyboard goes through the list, clears and takes back.
  await computer.keyboard.press('j');
  await expect(link(computer, 'Qui a déjà repris')).toBeFocused();
  await computer.keyboard.press('ArrowDown');
  await computer.keyboard.press('e');
  await expect(rows(computer)).toHaveCount(2);
  await computer.keyboard.press('u');
  await expect(rows(computer)).toHaveCount(3);
  await computer.keyboard.press('e');
  await expect(rows(computer)).toHaveCount(2);

  // Opened and read, it is read on the other device at once, and so is what was cleared.
  await link(computer, 'Qui a déjà repris').focus();
  await computer.keyboard.press('Enter');
  await expect(computer.getByText('Nouvelles réponses')).toBeVisible();
  await expect(rows(phone)).toHaveCount(1);
  await phone.keyboard.press('j');
  await phone.keyboard.press('e');
  await expect(phone.getByText('Vous êtes à jour', { exact: true })).toBeVisible();
  await phone.goto('/');

  await computer.goto('/rattrapage');
  await expect(computer.getByText('Vous êtes à jour', { exact: true })).toBeVisible();
  await expect(computer.getByRole('link', { name: 'À rattraper' })).toHaveText('À rattraper');
});
