import { addDays, mondayOf, parisDate } from '@beffroi/shared/core/half-days';
import { tabTo } from './support/tab-to.ts';
import { expect, test } from './support/test.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
/** Saturday of next week, where nobody is usually free. */
const SATURDAY = addDays(mondayOf(parisDate(new Date())), 12);
const inWords = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric' }).format(new Date(`${SATURDAY}T12:00:00`));

test('an agent declares herself from a telephone by keyboard, and HR records the agreement', async ({ browserOf }) => {
  test.slow();
  const agent = await browserOf('asker', PHONE);
  const half = (state: string) => agent.getByRole('button', { name: new RegExp(`^${inWords}.*, matin : ${state}$`) });

  await test.step('enter the pool', async () => {
    await agent.goto('/remplacements/disponibilites');
    const metiers = agent.getByRole('combobox', { name: 'Les métiers que je peux remplacer' });
    await expect(metiers).toBeVisible();
    await tabTo(agent, metiers);
    await agent.keyboard.type('entretien');
    await agent.keyboard.press('ArrowDown');
    await agent.keyboard.press('Enter');
    await agent.keyboard.press('Escape');
    await tabTo(agent, agent.getByRole('button', { name: 'Entrer dans le vivier' }));
    await agent.keyboard.press('Enter');
    await expect(agent.getByText('Accord à donner')).toBeVisible();
  });

  await test.step('say when, half-day by half-day', async () => {
    await tabTo(agent, agent.getByRole('button', { name: 'lundi matin' }));
    await agent.keyboard.press('ArrowRight');
    await agent.keyboard.press('Space');
    await expect(agent.getByRole('button', { name: 'mardi matin', pressed: true })).toBeVisible();
    await tabTo(agent, agent.getByRole('button', { name: /^[a-z]+ \d.*, matin : / }).first());
    // Next week first: on a Sunday, this week's Saturday is past.
    for (let row = 0; row < 2; row++) await agent.keyboard.press('ArrowDown');
    await agent.keyboard.press('End');
    await agent.keyboard.press('ArrowLeft');
    await expect(half('non disponible')).toBeFocused();
    await agent.keyboard.press('Space');
    await expect(half('disponible, par exception')).toBeFocused();
    await expect(agent.getByRole('status').filter({ hasText: 'Calendrier enregistré' })).toBeAttached();
    await agent.reload();
    await expect(half('disponible, par exception')).toBeVisible();
    await expect(agent.getByRole('button', { name: 'mardi matin', pressed: true })).toBeVisible();
  });
});

test('HR records the agreement of an agent, and takes it back', async ({ browserOf }) => {
  const hr = await browserOf('hr');
  await hr.goto('/remplacements/vivier');
  const waiting = hr.getByRole('region', { name: 'Agents de la commune' });
  await waiting.getByText('En attente', { exact: true }).click();
  const give = waiting.getByRole('button', { name: /^Donner l’accord : / }).first();
  const name = (await give.getAttribute('aria-label'))?.replace('Donner l’accord : ', '');
  await give.click();
  await expect(waiting.getByText('Rien n’attend')).toBeVisible();
  await expect(hr.getByRole('list', { name: 'Journal des accords' }).getByRole('listitem').first()).toContainText(`Accord donné : ${name}`);
  await waiting.getByText('D’accord', { exact: true }).click();
  await waiting.getByRole('button', { name: `Retirer l’accord : ${name}` }).click();
  await waiting
    .getByRole('group', { name: `Retirer l’accord : ${name}` })
    .getByRole('button', { name: 'Retirer l’accord' })
    .click();
  await expect(hr.getByRole('list', { name: 'Journal des accords' }).getByRole('listitem').first()).toContainText(
    `Accord retiré : ${name}`,
  );
});

test('a substitute leaves the pool at a touch, and takes it back', async ({ browserOf }) => {
  const her = await browserOf('substitute', PHONE);
  await her.goto('/remplacements/disponibilites');
  await her.getByRole('button', { name: 'Quitter le vivier' }).click();
  await expect(her.getByRole('button', { name: 'Entrer dans le vivier' })).toBeVisible();
  await her.getByRole('button', { name: 'Annuler' }).click();
  await expect(her.getByText('Acceptation en cours')).toBeVisible();
  await expect(her.getByRole('button', { name: 'lundi matin', pressed: true })).toBeVisible();
});
