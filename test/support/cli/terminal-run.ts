import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Gives a command a terminal, passes on what both sides say, and ends as it ended; 254: a signal ended it. */
const SCRIPT =
  'import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))';

/**
 * A command that runs in a terminal of its own.
 */
export class TerminalRun {
  constructor(
    command: readonly string[],
    env: Readonly<Record<string, string>>
  ) {
    this._child = spawn('python3', ['-c', SCRIPT, ...command], {
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'inherit']
    });
    this._child.stdout?.on('data', (chunk: Buffer) => {
      this._text += chunk.toString();
      this._onText();
    });
  }

  /** Wait until this stands in the terminal. */
  async shows(text: string): Promise<void> {
    while (!this._text.includes(text)) {
      await new Promise<void>(resolve => {
        this._onText = resolve;
      });
    }
  }

  pressCtrlC(): void {
    this._child.stdin?.write('\u0003');
  }

  /** @returns The exit status, and all that was written. */
  async end(): Promise<{ status: number | null; text: string }> {
    await once(this._child, 'close');
    return { status: this._child.exitCode, text: this._text };
  }

  private readonly _child: ChildProcess;
  private _text = '';
  private _onText: () => void = () => undefined;
}
