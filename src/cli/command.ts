import { Command, CommanderError } from 'commander';
import { readConfig } from '../service/config';
import { EXIT, type ExitStatus, type ICliContext } from './context';

/** Adds a subcommand to the program. */
export type Add = (program: Command, context: ICliContext) => void;

/** Where each subcommand is: loaded alone when it is the one asked for, because all of them take a tenth of a second. */
export type Subcommands = ReadonlyMap<string | undefined, () => Promise<Add>>;

/**
 * Run one `leap` subcommand.
 *
 * The configuration comes from `LEAP_CONFIG`, where the Python entry point puts `c.Leap` as JSON.
 *
 * @returns The exit status: 0 done, 1 failed, 2 usage, 3 partial (some part could not be read).
 */
export async function run(
  args: readonly string[],
  version: string,
  subcommands: Subcommands
): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.done;
  const interrupted = new AbortController();
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
    return status;
  } catch (reason) {
    if (reason instanceof CommanderError) {
      return reason.exitCode === 0 ? EXIT.done : EXIT.usage;
    }
    const message = reason instanceof Error ? reason.message : String(reason);
    process.stderr.write(`leap: ${message}\n`);
    return EXIT.failed;
  }
}
