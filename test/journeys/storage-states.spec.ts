import { expect, test, type Page } from '@playwright/test';
import { deletion, review } from '../support/home/clearable-answers';
import { entry, GB, summary, usage } from '../support/home/usage-answers';
import { expectAccessible } from './accessible';
import { HOME_STATES } from './home-states';
import {
  closeDialog,
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

const READY = HOME_STATES.find(({ name }) => name === 'ready')?.answers;
const NOTES = ['notes.txt'];

/** What a server says that deletes nothing, and what a reader sees last. */
const REFUSALS: readonly { answers: Answers; says: string }[] = [
  {
    answers: {
      ...READY,
      'home/review': { items: [review([], { deletionAllowed: false })] }
    },
    says: 'Not allowed'
  },
  {
    answers: {
      ...READY,
      'home/review': {
        items: [
          review([], { refused: [{ path: 'notes.txt', reason: 'EROFS' }] })
        ]
      }
    },
    says: 'Nothing of this can be deleted'
  },
  {
    answers: {
      ...READY,
      'home/review': { items: [review(NOTES)] },
      'home/deletion': {
        items: [
          deletion([], {
            failed: [{ path: 'notes.txt', reason: 'precondition' }],
            failedCount: 1
          })
        ]
      }
    },
    says: 'Nothing was deleted'
  }
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
      await test.step('what cannot be deleted, and what stayed', async () => {
        for (const { answers, says } of REFUSALS) {
          await show(page, answers);
          await body.locator('[data-path="notes.txt"]').click();
          await body.getByRole('treegrid').press('Delete');
          const dialog = page.locator('.jp-Dialog');
          const last = dialog.getByText(says);
          const yes = dialog.getByRole('button', { name: 'Delete' });
          await expect(last.or(yes).first()).toBeVisible();
          if (await yes.isVisible()) {
            await yes.click();
          }
          await expect(last).toBeVisible();
          await expectAccessible(page, '.jp-Dialog', rules);
          await closeDialog(page);
        }
      });
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

  for (const widthPx of [240, 600]) {
    test(`a first count leaves no hole and moves nothing below it, ${String(widthPx)} px @newest`, async ({
      page
    }) => {
      await scriptHome(page, firstCount(3));
      await openLab(page);
      await openSection(page, 'home');
      await setSidebarWidth(page, widthPx);
      const body = page.locator(BODY);
      const rows = body.locator('[role="row"][data-path]');
      const below = body.locator('.jp-LeapNotes');
      const picture = body.locator('.jp-LeapTreemap-picture');
      await expect(rows).toHaveCount(3);
      await expect(picture).toBeVisible();
      const before = await below.boundingBox();
      const last = await rows.last().boundingBox();
      const areas = await picture.boundingBox();
      if (!before || !last || !areas) {
        throw new Error('The section is not open.');
      }
      // Under the rows, or beside them from their top on: down to what follows.
      const isBeside = areas.x > last.x;
      expect(areas.y - (isBeside ? 0 : last.y + last.height)).toBeLessThan(
        isBeside ? last.y : 16
      );
      expect(before.y - (areas.y + areas.height)).toBeLessThan(40);
      await show(page, firstCount(9));
      await expect(rows).toHaveCount(9);
      expect(await below.boundingBox()).toEqual(before);
    });
  }
});

/** A count of which so many folders are known. */
function firstCount(folders: number): Answers {
  const children = Array.from({ length: folders }, (_, at) =>
    entry(`run${String(at)}`, (20 - at) * GB)
  );
  const otherChildren = { entries: 0, usedBytes: 0 };
  const counted = usage({ phase: 'scanning', children, otherChildren });
  return {
    'home/summary': { body: summary() },
    'home/usage': { items: [counted], isOpen: true }
  };
}

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
