import type { BrowserContext, Page } from '@playwright/test';
import { faultsOf } from './support/axe.ts';
import { EVERY_PAGE, visit } from './support/every-page.ts';
import { openReader, type Reader } from './support/reader.ts';
import { test as base, expect, signIn, type Who } from './support/test.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];
const [WIDEST] = SIZES as [(typeof SIZES)[number]];

/** Everyone signs in once, and her page goes from one address to the next: only the address is new each time. */
const test = base.extend<object, { readerFor: (who: Who | null) => Promise<Reader> }>({
  readerFor: [
    async ({ browser, server }, use) => {
      const contexts: BrowserContext[] = [];
      const readers = new Map<Who | null, Reader>();
      await use(async (who) => {
        const known = readers.get(who);
        if (known) return known;
        const context = await browser.newContext({ baseURL: server.url, locale: 'fr-FR', timezoneId: 'Europe/Paris', viewport: WIDEST });
        contexts.push(context);
        if (who) await signIn(context, server.url, who);
        const reader = await openReader(context, server.url);
        readers.set(who, reader);
        return reader;
      });
      for (const context of contexts) await context.close();
    },
    { scope: 'worker' },
  ],
});

/** Until the page has changed its scheme and no colour is on its way to the new one. Pages without scripts change it by their styles alone. */
const untilDark = async (page: Page): Promise<void> => {
  if ((await page.locator('script[src]').count()) > 0)
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
  test(`${product.name}: nothing for axe in either scheme, no sideways scroll, no other origin, no error`, async ({ readerFor }) => {
    const reader = await readerFor(product.who);
    const { page } = reader;
    reader.refused = product.refused;
    await page.setViewportSize(WIDEST);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    // The live connection comes after the page, and is part of it.
    const live = product.who && !product.outside && page.waitForEvent('websocket');
    await visit(page, product);
    expect.soft(await faultsOf(page), 'light').toEqual([]);
    // The other scheme changes colours and nothing else.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await untilDark(page);
    expect.soft(await faultsOf(page, { rules: ['color-contrast'] }), 'dark').toEqual([]);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await expect.poll(() => sideways(page), { message: `${size.width} px` }).toBe(0);
    }
    expect.soft(await faultsOf(page), 'dark, on a phone').toEqual([]);
    await live;
    expect(reader.wrongs(), 'other origins, content policy, console').toEqual([]);
  });
}
