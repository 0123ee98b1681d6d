import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { changeTheme } from './lab';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** Those of WCAG 2.1 AA, all that axe knows, or what depends on the theme. */
type Rules = 'wcag' | 'everything' | 'colours';

/**
 * Fail the test when axe finds fault with this part of the page.
 *
 * @param part - A CSS selector, of something without frames.
 */
export async function expectAccessible(
  page: Page,
  part: string,
  rules: Rules = 'wcag'
): Promise<void> {
  await expect(page.locator(part).first()).toBeVisible();
  // Not in a page of its own, which is for frames.
  const axe = new AxeBuilder({ page }).include(part).setLegacyMode();
  if (rules === 'wcag') {
    axe.withTags(WCAG);
  } else if (rules === 'colours') {
    axe.withRules(['color-contrast']);
  }
  const { violations } = await axe.analyze();
  expect(
    violations.map(({ id, nodes }) => [
      id,
      ...nodes.map(node => node.html.slice(0, 200))
    ])
  ).toEqual([]);
  expect(await tinyButtons(page, part)).toEqual([]);
}

/** Buttons whose words are too small to read: the theme's sizes are parts of those around, and multiply. */
function tinyButtons(page: Page, part: string): Promise<(string | null)[]> {
  return page.locator(`${part} button`).evaluateAll(buttons =>
    buttons
      .filter(button => parseFloat(getComputedStyle(button).fontSize) < 10)
      .map(button => button.textContent)
      .filter(words => words !== '')
  );
}

/** The same in the light and the dark; the theme is the light one before and after. */
export async function expectAccessibleInBoth(
  page: Page,
  part: string,
  rules: Rules = 'wcag'
): Promise<void> {
  await expectAccessible(page, part, rules);
  await changeTheme(page, 'JupyterLab Dark');
  await expectAccessible(page, part, 'colours');
  await changeTheme(page, 'JupyterLab Light');
}
