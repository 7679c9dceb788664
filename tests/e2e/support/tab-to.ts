import { expect, type Locator, type Page } from '@playwright/test';

const TAB_STOPS_MAX = 80;

/** Whether the keyboard is there. */
export const hasFocus = (target: Locator): Promise<boolean> => target.evaluate((element) => element === document.activeElement);

/** Whether the focused element, its frame or what is drawn over it looks otherwise than without the focus. */
const showsFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const focused = document.activeElement as HTMLElement;
    // A text one writes in shows it by its caret.
    if (focused.isContentEditable) return true;
    const look = (): string => {
      const styles: string[] = [];
      let element: Element | null = focused;
      for (let level = 0; element && level < 4; level++, element = element.parentElement)
        for (const part of [undefined, '::after']) {
          const { outline, boxShadow, borderColor, transform, backgroundColor } = getComputedStyle(element, part);
          styles.push(outline, boxShadow, borderColor, transform, backgroundColor);
        }
      return styles.join();
    };
    const before = look();
    focused.blur();
    const without = look();
    focused.focus({ preventScroll: true });
    return before !== without;
  });

/** Tabs until the target has the focus; each stop on the way must show that it has it. */
export const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await expect(target).toBeAttached();
  for (let stop = 0; stop < TAB_STOPS_MAX; stop++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
    expect(await showsFocus(page), `focus not shown on ${name}`).toBe(true);
    if (await hasFocus(target)) return;
  }
  throw new Error(`not reached with ${TAB_STOPS_MAX} tab stops: ${target}`);
};
