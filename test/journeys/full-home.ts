import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const MEGABYTE = 1_000_000;
const SIZE_MEGABYTES = 24;

/** How often it is looked whether JupyterLab is there. */
const LOOK_MS = 200;

/**
 * A home on a small disk of its own, with a JupyterLab that has it.
 */
export class FullHome {
  private constructor(
    private readonly _folder: string,
    private readonly _home: string
  ) {}

  /** @returns Null: this machine does not let us mount a disk. */
  static make(): FullHome | null {
    const folder = fs.mkdtempSync(join(tmpdir(), 'leap-full-'));
    const home = join(folder, 'home');
    fs.mkdirSync(home);
    try {
      const size = `size=${String(SIZE_MEGABYTES * MEGABYTE)}`;
      execFileSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', home], {
        stdio: 'ignore'
      });
    } catch {
      fs.rmSync(folder, { recursive: true });
      return null;
    }
    return new FullHome(folder, home);
  }

  /** A file below the home, of zeros. */
  write(path: string, megabytes: number): void {
    const file = join(this._home, path);
    fs.mkdirSync(join(file, '..'), { recursive: true });
    fs.writeFileSync(file, Buffer.alloc(megabytes * MEGABYTE));
  }

  /** Write until not one more byte can be written. */
  fill(path: string): void {
    const file = fs.openSync(join(this._home, path), 'a');
    try {
      for (;;) {
        fs.writeSync(file, Buffer.alloc(4096));
      }
    } catch (reason) {
      if ((reason as NodeJS.ErrnoException).code !== 'ENOSPC') {
        throw reason;
      }
    } finally {
      fs.closeSync(file);
    }
  }

  /**
   * Start JupyterLab, which keeps its own files elsewhere: it would not start else.
   *
   * @returns The address of its page, with its token.
   */
  async start(): Promise<string> {
    const python = resolve('.venv');
    const runtime = join(this._folder, 'runtime');
    const config = join(this._folder, 'config');
    fs.mkdirSync(config);
    const token = 'full';
    const server = spawn(
      join(python, 'bin', 'python'),
      [
        ...['-m', 'jupyterlab', '--ServerApp.ip=127.0.0.1'],
        ...['--ServerApp.port=0', `--IdentityProvider.token=${token}`],
        ...['--ServerApp.open_browser=False', '--ServerApp.allow_root=True']
      ],
      {
        cwd: this._home,
        stdio: 'ignore',
        env: {
          ...process.env,
          HOME: this._home,
          PYTHONPATH: resolve('.'),
          JUPYTER_CONFIG_DIR: config,
          JUPYTER_CONFIG_PATH: join(python, 'etc', 'jupyter'),
          JUPYTER_PATH: join(python, 'share', 'jupyter'),
          JUPYTER_RUNTIME_DIR: runtime
        }
      }
    );
    this._server = server;
    const port = await portOf(server, runtime);
    return `http://127.0.0.1:${port}/lab?token=${token}`;
  }

  async remove(): Promise<void> {
    if (this._server?.exitCode === null) {
      const ended = once(this._server, 'close');
      this._server.kill();
      await ended;
    }
    execFileSync('umount', ['--lazy', this._home]);
    fs.rmSync(this._folder, { recursive: true });
  }

  private _server: ChildProcess | undefined;
}

/** Where it listens, as it writes down itself once it does. */
async function portOf(server: ChildProcess, runtime: string): Promise<string> {
  while (server.exitCode === null) {
    const [name] = fs.existsSync(runtime)
      ? fs.readdirSync(runtime).filter(file => /^jpserver-.*json$/.test(file))
      : [];
    const text = name ? fs.readFileSync(join(runtime, name), 'utf8') : '';
    const port = /"port": (\d+)/.exec(text)?.[1];
    if (port) {
      return port;
    }
    await new Promise(wake => setTimeout(wake, LOOK_MS));
  }
  throw new Error('JupyterLab did not start.');
}
