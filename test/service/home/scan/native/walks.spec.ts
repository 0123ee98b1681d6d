import fs from 'node:fs';
import { join } from 'node:path';
import { type INative } from '../../../../../src/service/home/scan/native/native';
import { nativePart } from '../../../../support/home/scan/native-part';
import { TreeBase } from '../../../../support/home/scan/tree-base';
import { du, walk } from '../../../../support/home/scan/walked';
import { descriptors } from '../../../../support/home/scan/descriptors';

// A busy machine takes its time, and a walk that is left goes on in a directory of its own: what comes after it is lost too.
jest.setTimeout(60_000);

/** Nobody's number: a user who owns nothing. */
const STRANGER = 65_534;

describe('what is compiled', () => {
  let tree: TreeBase;

  beforeEach(() => {
    tree = TreeBase.make();
  });

  afterEach(() => {
    tree.remove();
  });

  it('B24 says of a directory that it may not be read, once', async () => {
    if (process.getuid?.() !== 0) {
      console.log('Only root can be somebody else.');
      return;
    }
    tree.file('secret/one');
    tree.file('secret/two');
    tree.file('listed/one');
    tree.file('listed/two');
    fs.chmodSync(tree.path, 0o755);
    fs.chmodSync(tree.home, 0o755);
    fs.chmodSync(tree.at('secret'), 0o700);
    fs.chmodSync(tree.at('listed'), 0o744);
    process.seteuid?.(STRANGER);
    let report;
    try {
      ({ report } = await walk(tree.home, 'natively'));
    } finally {
      process.seteuid?.(0);
    }

    expect(report).toMatchObject({
      complete: false,
      unreadableCount: 2,
      unreadable: [
        { path: 'listed', reason: 'EACCES' },
        { path: 'secret', reason: 'EACCES' }
      ]
    });
  });

  it('B33 B34 walks wide and deep trees and leaves nothing open', async () => {
    for (let at = 0; at < 9000; at += 1) {
      tree.file(`wide/${at}`);
    }
    const deep = Array.from({ length: 30 }, () => 'd'.repeat(200)).join('/');
    let path = tree.home;
    for (const name of deep.split('/').slice(0, 15)) {
      path = join(path, name);
    }
    fs.mkdirSync(path, { recursive: true });
    const before = descriptors();

    const { report } = await walk(tree.home, 'natively');

    expect(report).toMatchObject({ complete: true, usedBytes: du(tree.home) });
    expect(descriptors()).toBe(before);
  });

  it('leaves nothing open when it is stopped half way', async () => {
    for (let at = 0; at < 9000; at += 1) {
      tree.file(`${at % 3}/${at}`);
    }
    const before = descriptors();
    const stop = new AbortController();
    const { begin, ...rest } = nativePart();
    let orders = 0;
    const stopping: INative = {
      ...rest,
      begin: (space, done, columns) => {
        orders += 1;
        begin(
          space,
          () => {
            if (orders >= 3) {
              stop.abort();
            }
            done();
          },
          columns
        );
      }
    };

    await expect(
      walk(tree.home, 'natively', { signal: stop.signal, native: stopping })
    ).rejects.toMatchObject({ code: 'cancelled' });

    while (descriptors() > before) {
      await new Promise(resolve => setImmediate(resolve));
    }
    expect(descriptors()).toBe(before);
  });

  it.each([1, 2])(
    'never has more orders carried out than it may: %i',
    async concurrency => {
      for (let at = 0; at < 200; at += 1) {
        tree.file(`${at}/file`);
      }
      const { begin, ...rest } = nativePart();
      let now = 0;
      let most = 0;
      const counting: INative = {
        ...rest,
        begin: (space, done, columns) => {
          now += 1;
          most = Math.max(most, now);
          begin(
            space,
            () => {
              now -= 1;
              done();
            },
            columns
          );
        }
      };

      const { report } = await walk(tree.home, 'natively', {
        concurrency,
        native: counting
      });

      expect(report.usedBytes).toBe(du(tree.home));
      expect(most).toBe(concurrency);
    }
  );

  it('is not used under a ceiling on calls, which only single calls can keep', async () => {
    tree.file('some/file');
    let orders = 0;
    const counting: INative = {
      ...nativePart(),
      begin: () => {
        orders += 1;
      }
    };

    const { report } = await walk(tree.home, 'natively', {
      operationsPerSecond: 10_000,
      native: counting
    });

    expect(report.usedBytes).toBe(du(tree.home));
    expect(orders).toBe(0);
  });
});
