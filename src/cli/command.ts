import { Command, CommanderError } from 'commander';
import { LeapError } from '../contract/error';
import { readConfig } from '../service/config';
import { EXIT, type ExitStatus, type ICliContext } from './context';
import { CLEAR_LINE } from './terminal';

/** Adds a subcommand to the program. */
export type Add = (program: Command, context: ICliContext) => void;

/** Where each subcommand is: loaded alone when it is the one asked for, because all of them take a tenth of a second. */
export type Subcommands = ReadonlyMap<string | undefined, () => Promise<Add>>;

/**
 * Run one `leap` subcommand.
 *
 * The configuration comes from `LEAP_CONFIG`, where the Python entry point puts `c.Leap` as JSON.
 *
 * @returns The exit status: 0 done, 1 failed, 2 usage, 3 partial (some part could not be read), 130 stopped with Ctrl-C.
 */
export async function run(
  args: readonly string[],
  version: string,
  subcommands: Subcommands
): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.done;
  const interrupted = new AbortController();
  process.stdout.on('error', endWithReader);
  // Once: whoever presses it again does not want to wait for a clean end.
  process.once('SIGINT', () => interrupted.abort());
  const program = new Command('leap')
    .description('Storage, buckets, image and catalog of this hub.')
    .version(version)
    .exitOverride();
  try {
    const context: ICliContext = {
      config: readConfig(JSON.parse(process.env['LEAP_CONFIG'] ?? 'null')),
      env: process.env,
      stdout: process.stdout,
      stderr: process.stderr,
      signal: interrupted.signal,
      end: value => {
        status = value;
      }
    };
    const asked = subcommands.get(args[0]);
    for (const load of asked ? [asked] : subcommands.values()) {
      (await load())(program, context);
    }
    await program.parseAsync(args, { from: 'user' });
    return interrupted.signal.aborted ? EXIT.interrupted : status;
  } catch (reason) {
    if (interrupted.signal.aborted) {
      // A terminal has written ^C where the cursor was.
      const start = process.stderr.isTTY ? CLEAR_LINE : '';
      process.stderr.write(`${start}leap: ${stoppedText(reason)}\n`);
      return EXIT.interrupted;
    }
    if (reason instanceof CommanderError) {
      return reason.exitCode === 0 ? EXIT.done : EXIT.usage;
    }
    const message = reason instanceof Error ? reason.message : String(reason);
    process.stderr.write(`leap: ${message}\n`);
    return EXIT.failed;
  }
}

/** What a shell says of a program that wrote to one which has gone: 128 and SIGPIPE, which Node ignores. */
const NO_READER = 141;

/** As in `leap du | head`: nobody wants the rest. */
function endWithReader(reason: NodeJS.ErrnoException): void {
  if (reason.code !== 'EPIPE') {
    throw reason;
  }
  process.exit(NO_READER);
}

/** What ended it is Ctrl-C, in whatever words the part of the program that it met put it. */
function stoppedText(reason: unknown): string {
  return reason instanceof LeapError && reason.code === 'cancelled'
    ? reason.message
    : 'Stopped.';
}
