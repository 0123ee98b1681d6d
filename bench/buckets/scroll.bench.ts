// What the browser's main thread does for each turn of the wheel over 100,000 entries, beside JupyterLab's own file browser.
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { DemoLab } from './demo-lab';

/** At 60 frames a second. */
const FRAME_MS = 1000 / 60;
const STEPS = 150;
const STEP_PX = 300;
const ROUNDS = 3;
/** As many as the file browser's server lists in a few seconds. */
const FILES = 2000;
const OURS = '.jp-LeapEntries';
const NOTHING = '#leap-bench-nothing';
const FILE_BROWSER = '#filebrowser .jp-DirListing-content';

/** Milliseconds of the main thread's own processor time, so that a busy machine does not count. */
async function busyMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (wanted: string): number =>
    (metrics.find(({ name }) => name === wanted)?.value ?? NaN) * 1000;
  return of('TaskDuration');
}

/** Turn the wheel over a list, one step a frame, and see what each costs until the second frame after it is drawn. */
async function scroll(
  page: Page,
  session: CDPSession,
  list: string
): Promise<number[]> {
  const box = await page.locator(list).boundingBox();
  if (!box) {
    throw new Error(`There is no ${list}.`);
  }
  await page.locator(list).evaluate(node => {
    node.scrollTop = 0;
  });
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const steps: number[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    const before = await busyMs(session);
    await page.mouse.wheel(0, STEP_PX);
    await page.evaluate(
      () =>
        new Promise(resolve => {
          requestAnimationFrame(() => requestAnimationFrame(resolve));
        })
    );
    steps.push((await busyMs(session)) - before);
  }
  return steps;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}

async function openLab(page: Page, url: string): Promise<void> {
  await page.goto(`${url}&reset`);
  await page.locator('.jp-Launcher').waitFor({ timeout: 90_000 });
}

async function showFiles(page: Page): Promise<void> {
  await page.locator('.jp-SideBar [data-id="filebrowser"]').click();
  const folder = page.locator('#filebrowser .jp-DirListing-item', {
    hasText: 'scrolled'
  });
  if (await folder.isVisible()) {
    await folder.dblclick();
  }
  await page
    .locator('#filebrowser .jp-DirListing-item', { hasText: 'part-00' })
    .first()
    .waitFor();
}

async function showEntries(page: Page): Promise<void> {
  await page.locator('.jp-SideBar [data-id="jupyterlab-leap-sidebar"]').click();
  const sidebar = page.locator('#jupyterlab-leap-sidebar');
  const heads = sidebar.locator('.jp-AccordionPanel-title');
  for (const head of await heads.all()) {
    const isWanted = (await head.textContent())?.includes('Buckets') === true;
    const isOpen = (await head.getAttribute('aria-expanded')) === 'true';
    if (isOpen !== isWanted) {
      await head.click();
    }
  }
  const box = sidebar.getByLabel(/Filter names/);
  if (!(await sidebar.getByText(/100,000 entries/).isVisible())) {
    await box.fill('gs://many-objects/flat/');
    await box.press('Enter');
    await loadAll(page);
  }
}

async function loadAll(page: Page): Promise<void> {
  const grid = page.locator(OURS);
  const all = page.getByText(/100,000 entries/);
  for (let tries = 0; tries < 120 && !(await all.isVisible()); tries += 1) {
    await grid.press('End');
    await all.waitFor({ timeout: 500 }).catch(() => undefined);
  }
  await all.waitFor();
}

/** A box without anything in it: what the measuring itself costs. */
async function showNothing(page: Page): Promise<void> {
  await page.evaluate(id => {
    const box = document.createElement('div');
    box.id = id;
    box.style.cssText =
      'position:fixed;z-index:9;left:40px;top:200px;width:260px;height:400px;overflow:auto;background:white';
    const inside = document.createElement('div');
    inside.style.height = '2600000px';
    box.append(inside);
    document.body.append(box);
  }, NOTHING.slice(1));
}

function print(name: string, steps: readonly number[]): number {
  const median = quantile(steps, 0.5);
  const late = steps.filter(ms => ms > FRAME_MS).length;
  console.log(
    `${name.padEnd(34)} median ${median.toFixed(1)} ms, 95 % ${quantile(steps, 0.95).toFixed(1)} ms, most ${Math.max(...steps).toFixed(1)} ms; ${String(late)} of ${String(steps.length)} over ${FRAME_MS.toFixed(1)} ms`
  );
  return median;
}

async function main(): Promise<void> {
  const lab = await DemoLab.start();
  const folder = `${DemoLab.home}/scrolled`;
  mkdirSync(folder, { recursive: true });
  for (let at = 0; at < FILES; at += 1) {
    writeFileSync(`${folder}/part-${String(at).padStart(5, '0')}.nc`, '');
  }
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu']
  });
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 900 }
    });
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await openLab(page, lab.url);
    const ours: number[] = [];
    const theirs: number[] = [];
    const none: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await showEntries(page);
      ours.push(...(await scroll(page, session, OURS)));
      await showFiles(page);
      theirs.push(...(await scroll(page, session, FILE_BROWSER)));
      await showNothing(page);
      none.push(...(await scroll(page, session, NOTHING)));
      await page.locator(NOTHING).evaluate(node => {
        node.remove();
      });
    }
    console.log(
      'Main thread, for each turn of the wheel (two frames, a development build):'
    );
    const mine = print('Buckets, 100,000 entries', ours);
    const other = print('file browser, 2,000 files', theirs);
    print('an empty box: the measuring', none);
    console.log(
      `${(mine / FRAME_MS).toFixed(2)} of a frame at 60 a second (target: under 1), ${(mine / other).toFixed(2)} of the file browser's`
    );
  } finally {
    await browser.close();
    await lab.stop();
  }
}

void main();
