/**
 * The file that the `leap` command begins with: it counts directories itself, and loads the whole program for everything else.
 *
 * The whole program takes Node three times as long to read as this file, which is as long as counting 40,000 files.
 */
import { join } from 'node:path';
import { run, type Subcommands } from './command';
import { addDu, type IDuActions } from './du';
import { duHome } from './du-home';

const version = process.env['LEAP_VERSION'] ?? '0.0.0';

/** It reads the arguments anew, and says itself how it ended. */
async function runWholeProgram(): Promise<void> {
  await import(join(__dirname, 'main.cjs'));
}

const ACTIONS: IDuActions = {
  home: duHome,
  bucket: runWholeProgram,
  clearable: runWholeProgram
};

const SUBCOMMANDS: Subcommands = new Map([
  [
    'du',
    () =>
      Promise.resolve((program, context) => {
        addDu(program, context, ACTIONS);
      })
  ]
]);

async function main(args: readonly string[]): Promise<void> {
  if (args[0] === 'du') {
    const status = await run(args, version, SUBCOMMANDS);
    // The whole program may have said it already.
    process.exitCode ??= status;
  } else {
    await runWholeProgram();
  }
}

void main(process.argv.slice(2));
