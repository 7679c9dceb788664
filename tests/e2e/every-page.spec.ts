import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { EVERY_PAGE, visit } from './support/every-page.ts';
import { expect, test } from './support/test.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

/** What axe finds, one line each. */
const faults = async (page: Page, rules?: string[]): Promise<string[]> => {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(TAGS)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
};

/** Until the page has changed its scheme and no colour is on its way to the new one. */
const untilDark = async (page: Page): Promise<void> => {
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
};

/** How far the page scrolls sideways, in pixels. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => {
    window.scrollTo({ left: 10_000, behavior: 'instant' });
    return window.scrollX;
  });

test.describe.configure({ mode: 'parallel' });

for (const product of EVERY_PAGE) {
  test(`${product.name}: axe finds nothing in either scheme, and nothing scrolls sideways`, async ({ page, browserOf }) => {
    test.slow();
    const shown = product.who ? await browserOf(product.who) : page;
    await shown.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await visit(shown, product);
    expect.soft(await faults(shown), 'light').toEqual([]);
    // The other scheme changes colours and nothing else.
    await shown.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await untilDark(shown);
    expect.soft(await faults(shown, ['color-contrast']), 'dark').toEqual([]);
    for (const size of SIZES) {
      await shown.setViewportSize(size);
      expect.soft(await sideways(shown), `${size.width} px`).toBe(0);
    }
    expect.soft(await faults(shown), 'dark, on a phone').toEqual([]);
  });
}
