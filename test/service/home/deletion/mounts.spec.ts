import { execFileSync } from 'node:child_process';
import { HomeFolder } from '../../../support/home/home-folder';

const isRoot = process.getuid?.() === 0;

describe('home/review of what something is mounted on', () => {
  let home: HomeFolder;

  beforeEach(async () => {
    home = await HomeFolder.make();
  });

  afterEach(() => home.remove());

  (isRoot ? it : it.skip)(
    'B28 refuses a file on which another one is mounted, and promises none of its bytes',
    async () => {
      await home.write({ 'token/secret': '1', 'token/beside': '2' });
      const before = home.canaryState();
      const place = home.at('token/secret');
      execFileSync('mount', ['--bind', `${home.canary}/one`, place]);
      try {
        const direct = await home.review(['token/secret']);
        const around = await home.review(['token']);

        expect(direct).toMatchObject({
          files: 0,
          targets: [],
          refused: [{ path: 'token/secret', reason: 'EXDEV' }]
        });
        expect(around).toMatchObject({
          files: 1,
          excludedMounts: ['token/secret']
        });
        expect((await home.delete(around.targets)).failed).toContainEqual({
          path: 'token/secret',
          reason: 'EXDEV'
        });
      } finally {
        execFileSync('umount', [place]);
      }
      expect(home.canaryState()).toEqual(before);
      expect(home.tree()).toEqual(['token', 'token/secret']);
    }
  );
});
