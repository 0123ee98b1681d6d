import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { HOME_STATES } from './home-states';
import {
  expectNothingCutOff,
  openLab,
  openSection,
  setSidebarWidth,
  type Theme
} from './lab';
import { answerFromNowOn, scriptHome, type Answers } from './scripted-home';

const BODY = '#jp-leap-home .jp-LeapSection-body';

const THEMES: [Theme, number, 'wcag' | 'colours'][] = [
  ['JupyterLab Light', 240, 'wcag'],
  ['JupyterLab Dark', 320, 'colours'],
  ['JupyterLab Dark High Contrast', 600, 'colours']
];

test.describe('Storage', () => {
  for (const [theme, widthPx, rules] of THEMES) {
    test(`every state says what it is and is accessible, ${theme} @newest`, async ({
      page
    }) => {
      test.setTimeout(480_000);
      await scriptHome(page, HOME_STATES[0]?.answers ?? {});
      await openLab(page, theme);
      await openSection(page, 'home');
      await setSidebarWidth(page, widthPx);
      const body = page.locator(BODY);
      for (const { name, answers, shows, hides = [] } of HOME_STATES) {
        await test.step(name, async () => {
          await show(page, answers);
          for (const text of shows) {
            await expect(body.getByText(text).first()).toBeVisible();
          }
          for (const text of hides) {
            await expect(body.getByText(text)).toHaveCount(0);
          }
          await expectAccessible(page, BODY, rules);
          await expectNothingCutOff(page);
        });
      }
      await test.step('marked rows, while it counts', async () => {
        const counting = HOME_STATES.find(
          ({ name }) => name === 'counting again'
        );
        await show(page, counting?.answers ?? {});
        const rows = body.locator('[role="row"][data-path]');
        await rows.first().click({ modifiers: ['ControlOrMeta'] });
        await expect(body.getByText(/^1 marked, /)).toBeVisible();
        await expect(
          page.getByRole('button', { name: /^Stop the count/ })
        ).toBeVisible();
        await expectAccessible(page, BODY, rules);
        await expectNothingCutOff(page);
      });
    });
  }
});

/** As a user does who comes back to the section. */
async function show(page: Page, answers: Answers): Promise<void> {
  const head = page.locator(
    '#jupyterlab-leap-sidebar .jp-AccordionPanel-title',
    { hasText: 'Storage' }
  );
  await head.click();
  await answerFromNowOn(page, answers);
  await head.click();
  await expect(page.locator(BODY)).toBeVisible();
}
