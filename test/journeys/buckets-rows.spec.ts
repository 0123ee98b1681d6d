import { expect, test, type Locator } from '@playwright/test';
import { openLab, openSection, runFromPalette } from './lab';
import { oneLab } from './one-lab';
import { goTo, ownFolder } from './places';

/** Where a row is on the screen, and what a click there would meet. */
async function under(row: Locator): Promise<{ y: number; isOnTop: boolean }> {
  const box = await row.boundingBox();
  if (!box) {
    throw new Error('The row is not on the screen.');
  }
  const point = { x: box.x + 60, y: box.y + box.height / 2 };
  const isOnTop = await row.evaluate(
    (node, { x, y }) => node.contains(document.elementFromPoint(x, y)),
    point
  );
  return { y: box.y, isOnTop };
}

test.describe('Rows of the Buckets section', () => {
  test('stay under the pointer when they are chosen, and keep their share of the section @newest', async ({
    page
  }) => {
    await openLab(page);
    const buckets = await openSection(page, 'buckets');
    await buckets.getByRole('row', { name: /many-small/ }).dblclick();
    await expect(buckets).toContainText(/3,500 entries/);
    const grid = buckets.getByRole('grid');
    const list = await grid.boundingBox();
    const section = await buckets.boundingBox();
    expect(list?.height ?? 0).toBeGreaterThanOrEqual(
      (section?.height ?? Infinity) * 0.35 - 20
    );
    // The last whole row that is to be seen: nearest to what appears below.
    const rows = grid.getByRole('row');
    const bottom = (list?.y ?? 0) + (list?.height ?? 0);
    const boxes = await rows.evaluateAll(nodes =>
      nodes.map(node => node.getBoundingClientRect().bottom)
    );
    const last = boxes.findLastIndex(edge => edge <= bottom);
    const row = grid.getByRole('row').nth(last);
    const before = await under(row);
    await row.click();
    await expect(buckets.getByLabel('The selected entry')).toBeVisible();
    await expect(row).toHaveAttribute('aria-selected', 'true');
    expect(await under(row)).toEqual(before);
    expect(before.isOnTop).toBe(true);
    // Down and up again with the keyboard: what is below changes, the rows do not move.
    await grid.press('ArrowUp');
    await grid.press('ArrowDown');
    expect(await under(row)).toEqual(before);
    await grid.press('Backspace');
    await buckets.getByRole('row', { name: /notes\.txt/ }).dblclick();
    await expect(
      page.locator('#jp-main-dock-panel .lm-TabBar-tab.lm-mod-current')
    ).toContainText('notes.txt');
  });
});

test('Names that fit are written without a gap @newest', async ({ page }) => {
  await openLab(page);
  const buckets = await openSection(page, 'buckets');
  await goTo(buckets, 'gs://leap-persistent/funky-user/');
  const row = buckets.getByRole('row', { name: /figures/ });
  await expect(row).toBeVisible();
  const gaps = await buckets
    .locator('.jp-LeapMiddleName-head')
    .evaluateAll(heads =>
      heads.map(head => {
        const text = document.createRange();
        text.selectNodeContents(head);
        const written = text.getBoundingClientRect().width;
        return head.getBoundingClientRect().width - written;
      })
    );
  expect(gaps.length).toBeGreaterThan(5);
  expect(Math.max(...gaps)).toBeLessThan(1);
});

test.describe('Many rows of the Buckets section', () => {
  const lab = oneLab();

  test('of 100,000 entries only those on the screen are in the page, while it scrolls', async () => {
    const buckets = await ownFolder(lab());
    await goTo(buckets, 'gs://many-objects/flat/');
    const grid = buckets.getByRole('grid');
    await expect(async () => {
      await grid.press('End');
      await expect(buckets).toContainText(/100,000 entries/, { timeout: 500 });
    }).toPass({ timeout: 60_000 });
    await grid.press('Home');
    const seen = await grid.evaluate(async node => {
      const frame = (): Promise<number> =>
        new Promise(resolve => {
          requestAnimationFrame(resolve);
        });
      const row = node.querySelector('[role="row"]');
      const before = row?.ariaRowIndex;
      let most = 0;
      let frames = 0;
      const started = await frame();
      let now = started;
      while (frames < 60) {
        node.scrollTop += 400;
        now = await frame();
        frames += 1;
        most = Math.max(most, node.querySelectorAll('[role="row"]').length);
      }
      return {
        most,
        fps: (frames * 1000) / (now - started),
        // No row is made while it scrolls: its element shows another one.
        isFilledAnew: row?.isConnected && row.ariaRowIndex !== before
      };
    });
    test.info().annotations.push({
      type: 'frames a second',
      description: seen.fps.toFixed(0)
    });
    expect(seen.most).toBeLessThan(60);
    expect(seen.isFilledAnew).toBe(true);
  });

  for (const way of ['mouse', 'keyboard'] as const) {
    test(`a folder is measured, and cancelled with what was counted, by ${way}`, async () => {
      const page = lab();
      const buckets = await ownFolder(page);
      await goTo(buckets, 'gs://many-objects/');
      const row = buckets.getByRole('row', { name: /deep/ });
      await expect(row).toBeVisible();
      const detail = buckets.getByLabel('The selected entry');
      if (way === 'mouse') {
        await row.getByRole('button', { name: 'measure' }).click();
      } else {
        await buckets.getByRole('grid').press('d');
        await expect(row).toHaveAttribute('aria-selected', 'true');
        await runFromPalette(page, 'Measure Folder');
      }
      const cancel = detail.getByRole('button', { name: 'Cancel' });
      await expect(detail).toContainText(/Counting: .* so far/);
      if (way === 'mouse') {
        await cancel.click();
      } else {
        await cancel.press('Enter');
      }
      await expect(cancel).toHaveCount(0);
      await expect(detail).toContainText(/Stopped: at least .* objects/);
      await expect(row).toContainText('≥');
      await expect(buckets.getByRole('grid')).toBeFocused();
    });
  }
});
