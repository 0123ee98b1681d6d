import { InvalidArgumentError, type Command } from 'commander';
import { billingProject } from './billing-project';
import type { ICliContext } from './context';
import { DU_MANUAL } from './du-manual';

interface IOptions {
  billingProject?: string;
  depth: number;
  top?: number;
  apparent?: boolean;
  clearable?: boolean;
  concurrency?: number;
  json?: boolean;
}

/** What `leap du` does, by what it is asked of. */
export interface IDuActions {
  readonly home: DuAction;
  readonly bucket: DuAction;
  readonly clearable: DuAction;
}

type DuAction = (
  context: ICliContext,
  path: string,
  options: IOptions
) => Promise<void>;

/**
 * `leap du`: what uses space in a directory or in a folder of a bucket.
 */
export function addDu(
  program: Command,
  context: ICliContext,
  actions: IDuActions
): void {
  program
    .command('du')
    .description('Show what uses space in a directory or a bucket folder.')
    .argument('[path]', 'directory or gs:// address (default: the home)')
    .option('-d, --depth <n>', 'levels of directories to show', wholeNumber, 1)
    .option('-t, --top <n>', 'only the largest', wholeNumber)
    .option('--apparent', 'what files say they hold, not what they allocate')
    .option('--clearable', 'what is safe to delete, with what it costs')
    .option('--concurrency <n>', 'calls or requests at once', positiveNumber)
    .addOption(billingProject())
    .option('--json', 'one JSON object')
    .configureHelp({ formatHelp: () => DU_MANUAL })
    .action(async (path: string | undefined, options: IOptions) => {
      if (path !== undefined && /^gs:\/\//i.test(path)) {
        await actions.bucket(context, path, options);
      } else {
        const action = options.clearable ? actions.clearable : actions.home;
        await action(context, path ?? context.config.homeDirectory, options);
      }
    });
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) {
    throw new InvalidArgumentError('It must be a whole number.');
  }
  return Number(text);
}

function positiveNumber(text: string): number {
  const number = wholeNumber(text);
  if (number === 0) {
    throw new InvalidArgumentError('It must be at least 1.');
  }
  return number;
}
