import type { Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import { expect } from './test.ts';

const STANDARD: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] },
};

interface Look {
  /** These rules, or all axe has by default, rather than those of WCAG 2.1 and good practice. */
  rules?: string[] | 'all';
  /** Looks at this part of the page alone. */
  within?: string;
}

const optionsOf = (rules: Look['rules']): RunOptions => {
  if (rules === 'all') return {};
  return rules ? { runOnly: { type: 'rule', values: rules } } : STANDARD;
};

/**
 * What axe finds on a page, one line each. It runs in the page, and violations alone come back: through `@axe-core/playwright`, which
 * brings every rule and element that passed and opens a window to gather the frames our pages do not have, a page took five times longer.
 */
export const faultsOf = async (page: Page, { rules, within }: Look = {}): Promise<string[]> => {
  expect(page.frames(), 'axe looks into no frame').toHaveLength(1);
  await page.evaluate(`typeof axe === 'object' || (() => { ${axe.source} })()`);
  return page.evaluate(
    async ({ options, within }) => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(within ?? document, {
        ...options,
        resultTypes: ['violations'],
      });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
    },
    { options: optionsOf(rules), within },
  );
};
