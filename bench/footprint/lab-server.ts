import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { ENVIRONMENT } from './released';

export const TOKEN = 'footprint';

/**
 * A JupyterLab on loopback with an empty home, with the released extension or without it.
 */
export class LabServer {
  private constructor(
    readonly url: string,
    private readonly _process: ChildProcess,
    private readonly _folder: string
  ) {}

  /** @param released - The folder of the built extension; null: JupyterLab alone. */
  static async start(released: string | null): Promise<LabServer> {
    const folder = mkdtempSync(`${tmpdir()}/leap-bench-`);
    configure(folder, released);
    const port = await freePort();
    const server = spawn(
      'python',
      [
        ...['-m', 'jupyterlab', '--no-browser', '--allow-root'],
        `--port=${port}`,
        `--IdentityProvider.token=${TOKEN}`,
        '--ServerApp.log_level=ERROR'
      ],
      {
        cwd: `${folder}/home`,
        stdio: ['ignore', 'ignore', 'inherit'],
        env: {
          ...ENVIRONMENT,
          HOME: `${folder}/home`,
          JUPYTER_CONFIG_DIR: `${folder}/config`,
          JUPYTER_PATH: `${folder}/share`,
          ...(released ? { PYTHONPATH: released } : {})
        }
      }
    );
    const lab = new LabServer(`http://127.0.0.1:${port}`, server, folder);
    await lab._untilUp();
    return lab;
  }

  get pid(): number {
    return this._process.pid ?? 0;
  }

  async stop(): Promise<void> {
    this._process.kill('SIGTERM');
    await once(this._process, 'exit');
    rmSync(this._folder, { recursive: true, force: true });
  }

  private async _untilUp(): Promise<void> {
    for (;;) {
      const response = await fetch(
        `${this.url}/api/status?token=${TOKEN}`
      ).catch(() => null);
      if (response?.ok) {
        return;
      }
      if (this._process.exitCode !== null) {
        throw new Error('JupyterLab did not start.');
      }
      await wait(100);
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

/** A home, a configuration and a place for extensions, with this one in it or nothing. */
function configure(folder: string, released: string | null): void {
  const config = `${folder}/config`;
  const write = (file: string, content: object): void => {
    writeFileSync(`${config}/${file}.json`, JSON.stringify(content));
  };
  mkdirSync(`${folder}/home`);
  mkdirSync(`${config}/labconfig`, { recursive: true });
  mkdirSync(`${folder}/share/labextensions`, { recursive: true });
  if (released) {
    symlinkSync(
      `${released}/jupyterlab_leap/labextension`,
      `${folder}/share/labextensions/jupyterlab-leap`
    );
  }
  const extensions = { jupyterlab: true, jupyterlab_leap: released !== null };
  write('jupyter_server_config', {
    ServerApp: { jpserver_extensions: extensions }
  });
  write('labconfig/page_config', {
    disabledExtensions: released ? {} : { 'jupyterlab-leap': true }
  });
  write('labconfig/default_setting_overrides', {
    '@jupyterlab/apputils-extension:notification': {
      fetchNews: 'false',
      checkForUpdates: false
    }
  });
}
