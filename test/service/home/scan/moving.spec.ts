import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { TreeBase } from '../../../support/home/scan/tree-base';
import { du, walk, WAYS } from '../../../support/home/scan/walked';

describe('a tree that moves', () => {
  it('B38 B39 counts a file that somebody writes to, as large as it is at some moment', async () => {
    const tree = TreeBase.make();
    tree.file('beside', 5000);
    const writer = spawn(
      'sh',
      [
        '-c',
        'while head -c 4096 /dev/zero; do :; done >> "$1"',
        'sh',
        tree.at('growing')
      ],
      { stdio: 'ignore' }
    );
    try {
      while (!fs.existsSync(tree.at('growing'))) {
        await new Promise(resolve => setTimeout(resolve, 5));
      }
      for (const way of WAYS) {
        const before = du(tree.home);
        const { report } = await walk(tree.home, way);
        const after = du(tree.home);

        expect(report.complete).toBe(true);
        expect(report.usedBytes).toBeGreaterThanOrEqual(before);
        expect(report.usedBytes).toBeLessThanOrEqual(after);
      }
    } finally {
      writer.kill('SIGKILL');
      await once(writer, 'close');
      tree.remove();
    }
  });

  it('B38 is walked without a crash while folders come, grow and go', async () => {
    const tree = TreeBase.make();
    const mover = spawn('sh', ['-c', CHANGES, 'sh', tree.home], {
      stdio: 'ignore',
      detached: true
    });
    try {
      for (let time = 0; time < 50; time += 1) {
        const { report } = await walk(tree.home, WAYS[time % WAYS.length]);

        // Twenty folders with seven small files each are all that there can be at once.
        expect(report.usedBytes).toBeLessThan(
          20 * (2 * 4096 + 7 * 4096) + 8192
        );
      }
    } finally {
      // The shell and the command it runs just now, which would else write into what is removed.
      process.kill(-(mover.pid ?? NaN), 'SIGKILL');
      await once(mover, 'close');
      tree.remove();
    }
  }, 30_000);
});

const CHANGES = `
cd "$1"; i=0
while :; do
  i=$((i + 1))
  mkdir -p d$((i % 20))/x; echo x >> d$((i % 20))/x/f$((i % 7))
  [ $((i % 3)) = 0 ] && rm -rf d$(((i + 9) % 20))
done`;
