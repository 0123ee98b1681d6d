import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const FOLDER = 'build/bench-demo';

/**
 * The demo's JupyterLab with its sample buckets, for measurements in a browser.
 */
export class DemoLab {
  private constructor(
    /** With its token. */
    readonly url: string,
    private readonly _process: ChildProcess
  ) {}

  /** Its home, relative to the checkout. */
  static readonly home = `${FOLDER}/home`;

  static async start(): Promise<DemoLab> {
    const demo = spawn('./dev', ['demo', '--no-browser', '--port', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, LEAP_DEMO: FOLDER }
    });
    for await (const line of createInterface(demo.stdout)) {
      const [url] = /http:\S+token=\S+/.exec(line) ?? [];
      if (url !== undefined) {
        demo.stdout.resume();
        return new DemoLab(url, demo);
      }
    }
    throw new Error('The demo did not start.');
  }

  async stop(): Promise<void> {
    // As Ctrl-C does: it ends JupyterLab and the emulator, too.
    this._process.kill('SIGINT');
    await once(this._process, 'exit');
  }
}
