import { Command, CommanderError } from 'commander';
import { readConfig } from '../service/config';
import { EXIT, type ExitStatus, type ICliContext } from './context';
import { inSession } from './session';

/** Adds a subcommand to the program. */
export type Add = (program: Command, context: ICliContext) => void;

/** Where each subcommand is: loaded alone when it is the one asked for, because all of them take a tenth of a second. */
export type Subcommands = ReadonlyMap<string | undefined, () => Promise<Add>>;

/**
 * Run one `leap` subcommand.
 *
 * The configuration comes from `LEAP_CONFIG`, where the Python entry point puts `c.Leap` as JSON.
 *
 * @returns The exit status, as `inSession` has it.
 */
export function run(
  args: readonly string[],
  version: string,
  subcommands: Subcommands
): Promise<ExitStatus> {
  return inSession(
    () => readConfig(JSON.parse(process.env['LEAP_CONFIG'] ?? 'null')),
    async context => {
      const program = new Command('leap')
        .description('Storage, buckets, image and catalog of this hub.')
        .version(version)
        .configureOutput({ writeOut: text => context.stdout.write(text) })
        .exitOverride();
      const asked = subcommands.get(args[0]);
      for (const load of asked ? [asked] : subcommands.values()) {
        (await load())(program, context);
      }
      try {
        await program.parseAsync(args, { from: 'user' });
      } catch (reason) {
        if (!(reason instanceof CommanderError)) {
          throw reason;
        }
        context.end(reason.exitCode === 0 ? EXIT.done : EXIT.usage);
      }
    }
  );
}
