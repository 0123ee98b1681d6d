import type { FileHandle } from 'node:fs/promises';
import fs from 'node:fs/promises';
import { realDeletionFiles } from '../../../../src/service/home/deletion/files';
import { HOLD_CALLS } from '../../../../src/service/home/deletion/held-directory';
import { Pace } from '../../../../src/service/home/scan/node/pace';
import { HomeFolder, last } from '../../../support/home/home-folder';
import { never } from '../../../support/service/never';

/** Where calls come one by one, and the test does not take long. */
const CEILING = 900;

/** All that asks the home's file system, with a word before each call. */
function watched(onCall: () => void): typeof realDeletionFiles {
  const told =
    <T extends unknown[], R>(call: (...args: T) => R) =>
    (...args: T): R => {
      onCall();
      return call(...args);
    };
  const { access, lstat, opendir, readdir, rmdir, unlink } = fs;
  return {
    ...realDeletionFiles,
    access: told(access),
    lstat: told(lstat) as typeof lstat,
    opendir: told(opendir),
    // What is in /proc no file server is asked for.
    readdir: ((path: string, options: object) => {
      if (path !== '/proc' && !path.endsWith('/fd')) {
        onCall();
      }
      return readdir(path, options);
    }) as typeof readdir,
    rmdir: told(rmdir),
    unlink: told(unlink),
    open: async (...args: Parameters<typeof fs.open>): Promise<FileHandle> => {
      onCall();
      const handle = await fs.open(...args);
      return Object.assign(handle, {
        stat: told(handle.stat.bind(handle)),
        close: told(handle.close.bind(handle))
      });
    }
  };
}

describe('what looks for and deletes things in a home', () => {
  let home: HomeFolder;

  beforeEach(async () => {
    home = await HomeFolder.make();
    for (let at = 0; at < 20; at += 1) {
      await home.write({ [`cache/${at}/inner/file`]: 'x' });
    }
    await home.write({ 'work/__pycache__/m.pyc': 'x' });
    for (let at = 0; at < 40; at += 1) {
      await home.write({
        [`work/${at}.py`]: 'x',
        [`work/.ipynb_checkpoints/${at}-checkpoint.py`]: 'x',
        [`work/${at}/inner/file`]: 'x'
      });
    }
  });

  afterEach(() => {
    jest.restoreAllMocks();
    home.remove();
  });

  it.each(['home/clearable', 'home/review', 'home/deletion'] as const)(
    'makes no call to the file system that the operator’s ceiling did not let through, %s',
    async route => {
      const take = jest.spyOn(Pace.prototype, 'take');
      const letThrough = (): number =>
        take.mock.results.filter(({ value: waitMs }) => waitMs === 0).length;
      let calls = 0;
      let mostAhead = 0;
      const { targets } = await home.review(['cache']);
      const handlers = home.handlers(
        {
          scanOperationsPerSecond: CEILING,
          clearRules: [
            {
              id: 'cache',
              path: 'cache',
              title: 'a',
              reason: 'b',
              cost: 'c',
              comesBack: true
            }
          ]
        },
        watched(() => {
          calls += 1;
          mostAhead = Math.max(mostAhead, calls - letThrough());
        })
      );

      switch (route) {
        case 'home/clearable':
          await last(handlers[route]({}, never));
          break;
        case 'home/review':
          await last(handlers[route]({ paths: ['cache'] }, never));
          break;
        case 'home/deletion':
          await last(handlers[route]({ targets }, never));
          expect(home.tree()).not.toContain('cache');
          break;
      }

      expect(calls).toBeGreaterThan(200);
      // The home itself is held open without asking, once.
      expect(mostAhead).toBeLessThanOrEqual(HOLD_CALLS);
    }
  );
});
