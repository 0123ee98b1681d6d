import { defineConfig } from '@playwright/test';
import { ADDRESS, DEMO_FOLDER, LAB, PORT, TOKEN } from './lab';

const OTHERS = /@(?:together|notebook)/;

/**
 * A user's way through each panel in a real browser, on the demo itself: what passes here is what `./dev demo` shows.
 */
export default defineConfig({
  testDir: '.',
  testIgnore: 'hub/**',
  // One each: whoever starts empties its own, and the suites run side by side.
  outputDir: `../../test-results/journeys-${LAB}`,
  // One JupyterLab serves them all, with one home: side by side they would see each other's changes.
  workers: 1,
  fullyParallel: false,
  // Generous: where all is well they cost nothing, and other suites run beside this one.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  // A browser on a machine that others use as well: two more tries, and the report says which test needed them.
  retries: 2,
  reporter: [['list'], ['json']],
  // The oldest JupyterLab gets the journeys that touch its interfaces; pictures are taken on the newest. Notebook 7
  // and several authors at once have journeys of their own.
  grep: OTHERS.test(`@${LAB}`) ? new RegExp(`@${LAB}`) : undefined,
  grepInvert: OTHERS.test(`@${LAB}`)
    ? undefined
    : [OTHERS, ...(LAB === 'oldest' ? [/@newest/] : [])],
  use: {
    baseURL: ADDRESS,
    viewport: { width: 1280, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    // Recording costs as much as what is recorded: not before something failed.
    trace: 'on-first-retry',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync'
      ]
    }
  },
  webServer: {
    command: `./dev demo --no-browser --port ${String(PORT)} --token ${TOKEN} --lab ${LAB}`,
    cwd: '../..',
    url: `${ADDRESS}/api/status?token=${TOKEN}`,
    env: { LEAP_DEMO: DEMO_FOLDER, LEAP_DEMO_FRESH: '1' },
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'ignore',
    stderr: 'pipe'
  }
});
