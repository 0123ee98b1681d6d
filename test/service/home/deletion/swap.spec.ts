import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import type { DeletionTarget } from '../../../../src/contract';
import type { Remover } from '../../../../src/service/home/deletion/remover';
import { HomeFolder } from '../../../support/home/home-folder';
import { removeReviewed } from '../../../support/home/remove-reviewed';

const SWAPS = 10_000;

/** Puts a symbolic link to the canary in the place of folders, and the folders back, until it has done so often enough. */
const ADVERSARY = `
const fs = require('node:fs');
const [arena, canary, swaps] = process.argv.slice(1);
const places = ['current', 'current/sub', 'current/sub/deeper'];
const attempt = act => { try { act(); return true; } catch { return false; } };
const deadline = Date.now() + 60_000;
for (let done = 0; done < Number(swaps) && Date.now() < deadline;) {
  for (const place of places) {
    const path = arena + '/' + place;
    if (attempt(() => fs.renameSync(path, path + '.away'))) {
      if (attempt(() => fs.symlinkSync(canary, path))) done += 1;
      attempt(() => fs.unlinkSync(path));
      attempt(() => fs.renameSync(path + '.away', path));
    }
  }
  if (done >= Number(swaps)) process.stdout.write(String(done));
}
`;

describe('Remover', () => {
  let home: HomeFolder;

  beforeEach(async () => {
    home = await HomeFolder.make();
  });

  afterEach(() => home.remove());

  it(`B26 touches nothing outside while folders are swapped for links ${SWAPS} times`, async () => {
    const before = home.canaryState();
    const arena = home.at('arena');
    await fs.mkdir(arena);
    const adversary = spawn(process.execPath, [
      '-e',
      ADVERSARY,
      arena,
      home.canary,
      String(SWAPS)
    ]);
    let swaps = '';
    adversary.stdout.on('data', (chunk: Buffer) => (swaps += String(chunk)));
    const ended = once(adversary, 'close');
    let stayed = 0;
    let files = 0;
    for (let round = 0; adversary.exitCode === null; round += 1) {
      const remover = await removeOneTree(home, round);
      stayed += remover.failures.count;
      files += remover.files;
    }
    await ended;
    expect(Number(swaps)).toBeGreaterThanOrEqual(SWAPS);
    expect(home.canaryState()).toEqual(before);
    // The two did meet: things were deleted, and things were found swapped.
    expect(files).toBeGreaterThan(0);
    expect(stayed).toBeGreaterThan(0);
  }, 90_000);
});

async function removeOneTree(
  home: HomeFolder,
  round: number
): Promise<Remover> {
  const staging = `staging-${round}`;
  await home.write({
    [`${staging}/a`]: 'a',
    [`${staging}/one`]: '1',
    [`${staging}/sub/b`]: 'b',
    [`${staging}/sub/two`]: '2',
    [`${staging}/sub/deeper/c`]: 'c',
    [`${staging}/sub/deeper/one`]: '1',
    [`${staging}/deep/two`]: '2'
  });
  const target = await everythingReviewed(home.at(staging));
  // Out of the way of the next round; deleting it here would race with the swaps too.
  for (const left of ['current', 'current.away']) {
    const aside = home.at(`left-${round}-${left}`);
    await fs.rename(home.at(`arena/${left}`), aside).catch(() => null);
  }
  await fs.rename(home.at(staging), home.at('arena/current')).catch(() => null);
  return removeReviewed(home, target);
}

/** An identity that lets every change pass, so that nothing but the way down itself is in the way. */
async function everythingReviewed(path: string): Promise<DeletionTarget> {
  const { dev, ino } = await fs.lstat(path, { bigint: true });
  return {
    path: 'arena/current',
    identity: {
      kind: 'directory',
      device: String(dev),
      inode: String(ino),
      usedBytes: 0,
      files: 0,
      newestChangeNs: '9'.repeat(19),
      fingerprint: '0'.repeat(32)
    }
  };
}
