import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text as textOf } from 'node:stream/consumers';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '../../src/service/config';
import { leapBundle } from '../support/service/leap-bundle';
import { leapConfig } from '../support/service/leap-config';
import { TerminalRun } from '../support/cli/terminal-run';
import { TreeBase } from '../support/home/scan/tree-base';

jest.setTimeout(120_000);

function leap(args: readonly string[], config: Partial<Config>): TerminalRun {
  return new TerminalRun([process.execPath, leapBundle(), ...args], {
    LEAP_CONFIG: JSON.stringify(leapConfig(config))
  });
}

/** What stands in the last line when all that was drawn over it is taken away. */
function lastLine(text: string): string | undefined {
  return text
    .trimEnd()
    .split(/[\r\n]+/)
    .at(-1)
    ?.replace('\u001b[K', '');
}

describe('Ctrl-C', () => {
  describe('while a directory is counted', () => {
    let tree: TreeBase;
    // Slow by order, so that no machine is done before the key is pressed.
    const config = { scanOperationsPerSecond: 20 };

    beforeEach(() => {
      tree = TreeBase.make();
      for (let at = 0; at < 400; at++) {
        tree.file(`cache/pip/${at}/__pycache__/code`, 1000);
      }
    });

    afterEach(() => {
      tree.remove();
    });

    it('ends leap du with 130, a clean line and what was counted so far', async () => {
      const run = leap(['du', tree.home], config);
      await run.shows('files so far');
      run.pressCtrlC();
      const { status, text } = await run.end();

      expect(status).toBe(130);
      expect(lastLine(text)).toMatch(
        /^leap: Stopped( before any file was counted|\. At least \S+ in \d+ files)\.$/
      );
    });

    it('ends leap du --clearable', async () => {
      const run = leap(['du', '--clearable', tree.home], config);
      await run.shows('safe to clear');
      run.pressCtrlC();
      const { status, text } = await run.end();

      expect(status).toBe(130);
      expect(lastLine(text)).toBe('leap: Stopped.');
    });
  });

  describe('while a server does not answer', () => {
    let server: Server;
    let url: string;

    beforeEach(async () => {
      server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      url = `http://127.0.0.1:${port}`;
    });

    afterEach(() => {
      server.closeAllConnections();
      server.close();
    });

    it.each([
      [['du', 'gs://bucket/folder']],
      [['ls', 'gs://bucket/folder/']],
      [['search', 'rain']],
      [['catalog', 'check']]
    ])('ends leap %j', async args => {
      const asked = once(server, 'request');
      const run = leap(args, {
        storageEndpoint: url,
        catalogUrls: [`${url}/catalog.json`],
        cacheDirectory: null
      });
      await asked;
      run.pressCtrlC();
      const { status, text } = await run.end();

      expect(status).toBe(130);
      expect(lastLine(text)).toMatch(/^leap: (Stopped|Cancelled)\.$/);
    });
  });
});

it('ends leap without a word when nobody reads what it writes, as in leap du | head', async () => {
  const run = spawn(process.execPath, [leapBundle(), 'du', __dirname], {
    env: { ...process.env, LEAP_CONFIG: JSON.stringify(leapConfig()) }
  });
  run.stdout.destroy();
  const [said] = await Promise.all([textOf(run.stderr), once(run, 'close')]);

  expect(said).toBe('');
  expect(run.exitCode).toBe(141);
});
