import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seeded } from '../../test/support/home/scan/random-tree';

/** As in a home full of environments and notebooks: many small files, few large ones. */
const FILES_PER_DIRECTORY = 10;

/**
 * Make a tree with this many files, the same every time, use it and remove it.
 */
export async function withTree(
  files: number,
  use: (directory: string) => Promise<void>
): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'leap-bench-'));
  try {
    plant(root, files);
    await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function plant(root: string, files: number): void {
  const random = seeded(1);
  const directories = [root];
  for (let planted = 0; planted < files;) {
    const recent = Math.max(0, directories.length - 2000);
    const from = random() < 0.7 ? recent : 0;
    const parent =
      directories[from + Math.floor(random() * (directories.length - from))] ??
      root;
    if (parent.split('/').length > root.split('/').length + 9) {
      continue;
    }
    const directory = join(parent, `directory-${directories.length}`);
    mkdirSync(directory);
    directories.push(directory);
    const here = Math.min(
      files - planted,
      Math.floor(-Math.log(1 - random()) * FILES_PER_DIRECTORY)
    );
    for (let at = 0; at < here; at += 1) {
      const bytes = at % 3 === 0 ? Math.floor(random() * 5000) : 0;
      writeFileSync(join(directory, `file-${at}.py`), Buffer.alloc(bytes));
    }
    planted += here;
  }
}
