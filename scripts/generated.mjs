import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Write files that are made from others, texts by path from the project's root; with `--check` on the command line say
 * instead which are stale.
 *
 * @returns Whether all are as they should be.
 */
export async function keepFresh(files) {
  let isFresh = true;
  for (const [path, text] of Object.entries(files)) {
    if (!process.argv.includes('--check')) {
      await writeFile(root + path, text);
    } else if ((await readFile(root + path, 'utf8').catch(() => '')) !== text) {
      console.error(`${path} is stale: run npm run docs`);
      isFresh = false;
    }
  }
  return isFresh;
}
