import fs from 'node:fs';
import { intercepted } from '../../../support/home/scan/intercepted';
import { TreeBase } from '../../../support/home/scan/tree-base';
import { NODE_WAYS, walk } from '../../../support/home/scan/walked';

describe('a directory whose names may be read and nothing else', () => {
  let tree: TreeBase;

  beforeEach(() => {
    tree = TreeBase.make();
  });

  afterEach(() => {
    tree.remove();
  });

  it.each(NODE_WAYS)(
    'B24 is one part that is missing, whatever is in it, %s',
    async way => {
      for (let at = 0; at < 20; at += 1) {
        tree.file(`closed/file-${at}`);
      }
      const closed = {
        before: (path: string) =>
          /\/?closed\/./.test(path)
            ? Object.assign(new Error('closed'), { code: 'EACCES' })
            : undefined
      };

      const { report } = await walk(tree.home, way, {
        signal: AbortSignal.timeout(3000),
        calls: {
          lstatSync: intercepted(fs.lstatSync, closed),
          lstat: intercepted(fs.lstat, closed)
        }
      });

      expect(report).toMatchObject({
        complete: false,
        directories: 1,
        files: 0,
        unreadable: [{ path: 'closed', reason: 'EACCES' }],
        unreadableCount: 1
      });
    }
  );
});
