import { Command, CommanderError } from 'commander';
import { readConfig } from '../service/config';
import { EXIT, type ExitStatus, type ICliContext } from './context';
import { addDu } from './du';
import { addImage } from './image';
import { addLs } from './ls';
import { addSearch } from './search';

/**
 * Run one `leap` subcommand.
 *
 * The configuration comes from `LEAP_CONFIG`, where the Python entry point puts `c.Leap` as JSON.
 *
 * @returns The exit status: 0 done, 1 failed, 2 usage, 3 partial (some part could not be read).
 */
export async function run(
  args: readonly string[],
  version: string
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
    for (const add of [addDu, addLs, addImage, addSearch]) {
      add(program, context);
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
