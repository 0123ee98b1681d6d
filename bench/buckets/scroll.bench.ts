// What the browser's main thread does in a frame while 100,000 entries are scrolled, beside JupyterLab's own file browser,
// and while they are sorted and filtered.
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { DemoLab } from './demo-lab';
import { record, type IFrame } from './main-thread';

/** At 60 frames a second. */
const FRAME_MS = 1000 / 60;
const HALF_MS = 8;
const STEPS = 150;
const STEP_PX = 300;
const ROUNDS = 3;
/** As many as the file browser's server lists in a few seconds. */
const FILES = 2000;
const OURS = '.jp-LeapEntries';
const NOTHING = '#leap-bench-nothing';
const FILE_BROWSER = '#filebrowser .jp-DirListing-content';

/** Turn the wheel over a list, a step every two frames; what each frame cost in which it was scrolled. */
async function scroll(
  page: Page,
  session: CDPSession,
  list: string
): Promise<readonly IFrame[]> {
  const box = await page.locator(list).boundingBox();
  if (!box) {
    throw new Error(`There is no ${list}.`);
  }
  await page.locator(list).evaluate(node => {
    node.scrollTop = 0;
  });
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const { frames } = await record(session, async () => {
    for (let step = 0; step < STEPS; step += 1) {
      await page.mouse.wheel(0, STEP_PX);
      await twoFrames(page);
    }
  });
  return frames.filter(({ hasScrolled }) => hasScrolled);
}

const twoFrames = (page: Page): Promise<unknown> =>
  page.evaluate(
    () =>
      new Promise(resolve => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      })
  );

/** Sort and filter all entries: the longest task of each, by what was done. */
async function arrange(
  page: Page,
  session: CDPSession
): Promise<ReadonlyMap<string, number>> {
  const sidebar = page.locator('#jupyterlab-leap-sidebar');
  const heads = sidebar.getByRole('group', { name: 'Sort by' });
  const box = sidebar.getByLabel(/Filter names/);
  const longest = new Map<string, number>();
  for (const head of [/^Size/, /^Changed/, /^Name/, /^Name/]) {
    const { longestMs } = await record(session, async () => {
      await heads.getByRole('button', { name: head }).click();
      await twoFrames(page);
    });
    longest.set(`sort by ${head.source.slice(1).toLowerCase()}`, longestMs);
  }
  const { longestMs } = await record(session, async () => {
    await box.pressSequentially('part-09');
    for (let at = 0; at < 'part-09'.length; at += 1) {
      await box.press('Backspace');
      await twoFrames(page);
    }
  });
  return longest.set('filter, at each key', longestMs);
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
  await widen(page);
  const box = sidebar.getByLabel(/Filter names/);
  if (!(await sidebar.getByText(/100,000 entries/).isVisible())) {
    await box.fill('gs://many-objects/flat/');
    await box.press('Enter');
    await loadAll(page);
  }
}

/** With room for all columns. */
async function widen(page: Page): Promise<void> {
  const handle = page
    .locator('#jp-main-split-panel > .lm-SplitPanel-handle:not(.lm-mod-hidden)')
    .first();
  const box = await handle.boundingBox();
  if (box) {
    await page.mouse.move(box.x + 1, box.y + 300);
    await page.mouse.down();
    await page.mouse.move(360, box.y + 300, { steps: 4 });
    await page.mouse.up();
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

const busyMs = ({ scriptMs, styleMs, layoutMs }: IFrame): number =>
  scriptMs + styleMs + layoutMs;

/** @returns the medians, of script, style and layout and of all of it. */
function print(
  name: string,
  frames: readonly IFrame[]
): { readonly busy: number; readonly whole: number } {
  const busy = frames.map(busyMs);
  const paint = frames.map(({ paintMs }) => paintMs);
  const whole = frames.map(({ wholeMs }) => wholeMs);
  const inTime = whole.filter(ms => ms <= FRAME_MS).length / whole.length;
  const three = (values: readonly number[]): string =>
    [quantile(values, 0.5), quantile(values, 0.95), Math.max(...values)]
      .map(ms => ms.toFixed(1).padStart(5))
      .join(' ');
  console.log(
    `${name.padEnd(28)}${three(busy)}  ${three(paint)}  ${three(whole)}   ${(inTime * 100).toFixed(1)} % of ${String(frames.length)}`
  );
  return { busy: quantile(busy, 0.5), whole: quantile(whole, 0.5) };
}

interface IMeasured {
  readonly ours: IFrame[];
  readonly theirs: IFrame[];
  readonly none: IFrame[];
  /** The longest task of each way to arrange the entries, ms. */
  readonly longest: Map<string, number>;
}

async function measure(page: Page, session: CDPSession): Promise<IMeasured> {
  const ours: IFrame[] = [];
  const theirs: IFrame[] = [];
  const none: IFrame[] = [];
  const longest = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    await showEntries(page);
    ours.push(...(await scroll(page, session, OURS)));
    for (const [what, ms] of await arrange(page, session)) {
      longest.set(what, Math.max(ms, longest.get(what) ?? 0));
    }
    await showFiles(page);
    theirs.push(...(await scroll(page, session, FILE_BROWSER)));
    await showNothing(page);
    none.push(...(await scroll(page, session, NOTHING)));
    await page.locator(NOTHING).evaluate(node => {
      node.remove();
    });
  }
  return { ours, theirs, none, longest };
}

function printAll({ ours, theirs, none, longest }: IMeasured): void {
  console.log(
    `Processor time of the main thread in a frame that scrolls, ms (a development build): median, 95 %, most.
                            script, style,     what to draw       all of it           within ${FRAME_MS.toFixed(1)} ms
                            layout`
  );
  const mine = print('Buckets, 100,000 entries', ours);
  const other = print('file browser, 2,000 files', theirs);
  print('an empty box: the measuring', none);
  console.log(
    `${mine.busy.toFixed(1)} ms of script, style and layout (target: under ${String(HALF_MS)}, half a frame at 60 a second); all of it ${(mine.whole / other.whole).toFixed(2)} of the file browser's`
  );
  console.log('The longest task over 100,000 entries (target: under 50 ms):');
  for (const [what, ms] of longest) {
    console.log(`  ${what.padEnd(24)} ${ms.toFixed(1)} ms`);
  }
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
    await openLab(page, lab.url);
    printAll(await measure(page, session));
  } finally {
    await browser.close();
    await lab.stop();
  }
}

void main();
