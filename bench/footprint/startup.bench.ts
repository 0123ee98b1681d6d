// What the extension adds to the start of JupyterLab: time until its splash is gone, bytes that the browser loads.
// Both against JupyterLab alone, interleaved in one run.
import { chromium, type Browser } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { LabServer, TOKEN } from './lab-server';
import { buildRelease, median } from './released';

const ROUNDS = 7;

interface IStart {
  readonly ms: number;
  /** Bytes of the extension's own files, gzipped. */
  readonly gzippedBytes: number;
}

async function start(browser: Browser, lab: LabServer): Promise<IStart> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on('response', response => {
    if (/jupyterlab-leap\/static\/.*\.js/.test(response.url())) {
      bodies.push(response.body());
    }
  });
  const began = performance.now();
  await page.goto(`${lab.url}/lab?token=${TOKEN}&reset`);
  await page.locator('.jp-Launcher').waitFor();
  await page.locator('#jupyterlab-splash').waitFor({ state: 'detached' });
  const ms = performance.now() - began;
  const sizes = (await Promise.all(bodies)).map(body => gzipSync(body).length);
  await context.close();
  return { ms, gzippedBytes: sizes.reduce((sum, size) => sum + size, 0) };
}

async function main(): Promise<void> {
  const released = buildRelease();
  const [alone, extended] = await Promise.all([
    LabServer.start(null),
    LabServer.start(released)
  ]);
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic']
  });
  const times = { alone: [] as number[], extended: [] as number[] };
  let gzippedBytes = 0;
  await start(browser, alone);
  await start(browser, extended);
  for (let round = 0; round < ROUNDS; round += 1) {
    times.alone.push((await start(browser, alone)).ms);
    const measured = await start(browser, extended);
    times.extended.push(measured.ms);
    gzippedBytes = measured.gzippedBytes;
  }
  await browser.close();
  await Promise.all([alone.stop(), extended.stop()]);
  const [before, after] = [median(times.alone), median(times.extended)];
  console.log(
    `JupyterLab alone ready after        ${before.toFixed(0)} ms (median of ${ROUNDS})`
  );
  console.log(
    `with the extension                  ${after.toFixed(0)} ms, ratio ${(after / before).toFixed(3)}`
  );
  console.log(
    `loaded before a section is opened   ${(gzippedBytes / 1000).toFixed(1)} kB gzipped`
  );
}

void main();
