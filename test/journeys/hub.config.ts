import { defineConfig } from '@playwright/test';
import { HUB, WORLD } from './hub/lab';
import { PORT } from './lab';
import common from './playwright.config';

/**
 * The same in a user's servers on a real JupyterHub, behind its proxy and below a base address.
 */
export default defineConfig({
  ...common,
  testDir: './hub',
  testIgnore: [],
  timeout: 120_000,
  use: { ...common.use, baseURL: HUB },
  webServer: {
    command: `.venv/bin/python test/python/hub_world.py ${String(PORT)} ${WORLD}`,
    cwd: '../..',
    url: `${HUB}hub/login`,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 40_000 },
    stdout: 'ignore',
    stderr: 'pipe'
  }
});
