import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { clipboard, runFromPalette } from '../lab';
import { openServer, signIn, WORLD } from './lab';

const run = promisify(execFile);

/** Run a line as somebody pastes it into a terminal elsewhere; its status, and what it said. */
async function paste(line: string, token: string): Promise<[number, string]> {
  const env = { PATH: process.env['PATH'], LEAP_TOKEN: token };
  try {
    const { stdout } = await run('bash', ['-c', line], { env });
    return [0, stdout];
  } catch (reason) {
    const { code, stderr } = reason as { code: number; stderr: string };
    return [code, stderr];
  }
}

test('a read token for one folder is copied, used by curl, and can write nothing', async ({
  page
}) => {
  const { storage } = JSON.parse(readFileSync(WORLD, 'utf8')) as {
    storage: string;
  };
  await signIn(page, 'ann');
  await openServer(page, 'ann', '');
  await runFromPalette(page, 'Temporary Access…');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/can read .* and nothing else/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Copy Token' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('timer')).toBeVisible();
  await expect.poll(() => clipboard(page)).toContain('ya29.');
  const token = await clipboard(page);
  await dialog
    .getByRole('button', { name: 'Copy', exact: true })
    .last()
    .click();
  await expect.poll(() => clipboard(page)).toContain('curl');
  const line = (await clipboard(page)).replaceAll(
    'https://storage.googleapis.com',
    storage
  );
  expect(line).not.toContain(token);

  const [status, listed] = await paste(line, token);
  expect([status, listed]).toEqual([0, expect.stringContaining('ann/sst.nc')]);
  expect(listed).not.toContain('anna/');

  // curl says 22 for what a server refuses.
  const others = await paste(line.replace('ann%2F', 'anna%2F'), token);
  expect(others).toEqual([22, expect.stringContaining('403')]);
  const header = line.slice(0, line.indexOf('@-') + 2);
  const upload = `${storage}/upload/storage/v1/b/leap-persistent/o?uploadType=media&name=ann/new`;
  const written = await paste(`${header} -d new '${upload}'`, token);
  expect(written).toEqual([22, expect.stringContaining('403')]);
  // The header alone shows that the line, not the emulator, let the first one in.
  expect((await paste(line, 'no-such-token'))[0]).toBe(22);
});
