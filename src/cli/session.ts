import { LeapError } from '../contract/leap-error';
import { EXIT, type ExitStatus, type ICliContext } from './context';
import { ProcessContext } from './process-context';
import { CLEAR_LINE } from './terminal';

/**
 * Do what was asked of `leap`, until it is done, fails, or Ctrl-C is pressed.
 *
 * @returns The exit status: 0 done, 1 failed, 2 usage, 3 partial (some part could not be read), 130 stopped with Ctrl-C.
 */
export async function inSession<TConfig>(
  readConfig: () => TConfig,
  task: (context: ICliContext<TConfig>) => Promise<void>
): Promise<ExitStatus> {
  const interrupted = new AbortController();
  // Once: whoever presses it again does not want to wait for a clean end.
  process.once('SIGINT', () => interrupted.abort());
  try {
    const context = new ProcessContext(readConfig(), interrupted.signal);
    await task(context);
    return interrupted.signal.aborted ? EXIT.interrupted : context.status;
  } catch (reason) {
    if (interrupted.signal.aborted) {
      // A terminal has written ^C where the cursor was.
      const start = process.stderr.isTTY ? CLEAR_LINE : '';
      process.stderr.write(`${start}leap: ${stoppedText(reason)}\n`);
      return EXIT.interrupted;
    }
    const message = reason instanceof Error ? reason.message : String(reason);
    process.stderr.write(`leap: ${message}\n`);
    return EXIT.failed;
  }
}

/** What ended it is Ctrl-C, in whatever words the part of the program that it met put it. */
function stoppedText(reason: unknown): string {
  return reason instanceof LeapError && reason.code === 'cancelled'
    ? reason.message
    : 'Stopped.';
}
