import { InvalidArgumentError, type Command } from 'commander';
import { billingProject } from './billing-project';
import { isBucketAddress } from './bucket-address';
import type { ICliContext } from './context';
import { DU_MANUAL } from './du-manual';
import { wholeNumber } from './whole-number';

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
    .option('-d, --depth <n>', 'levels of directories to show', someNumber, 1)
    .option('-t, --top <n>', 'only the largest', someNumber)
    .option('--apparent', 'what files say they hold, not what they allocate')
    .option('--clearable', 'what is safe to delete, with what it costs')
    .option('--concurrency <n>', 'calls or requests at once', positiveNumber)
    .addOption(billingProject())
    .option('--json', 'one JSON object')
    .configureHelp({ formatHelp: () => DU_MANUAL })
    .action(
      async (
        path: string | undefined,
        options: IOptions,
        command: Command
      ): Promise<void> => {
        const kind = kindOf(path, options);
        for (const option of NOT_WITH[kind].options) {
          if (command.getOptionValueSource(option) === 'cli') {
            command.error(
              `error: --${option.replace(/[A-Z]/, '-$&').toLowerCase()} says nothing ${NOT_WITH[kind].of}`
            );
          }
        }
        if (kind === 'bucket' && options.depth > 1) {
          command.error(
            'error: --depth is 0 or 1 for a gs:// address; ask of the folder inside for more'
          );
        }
        const { homeDirectory } = context.config;
        await actions[kind](context, path ?? homeDirectory, options);
      }
    );
}

/** What would be passed over in silence. */
const NOT_WITH: Readonly<
  Record<keyof IDuActions, { of: string; options: (keyof IOptions)[] }>
> = {
  home: { of: 'of a directory', options: ['billingProject'] },
  bucket: { of: 'of a gs:// address', options: ['apparent', 'clearable'] },
  clearable: {
    of: 'of what is safe to clear',
    options: ['apparent', 'billingProject', 'concurrency', 'depth']
  }
};

function kindOf(
  path: string | undefined,
  { clearable = false }: IOptions
): keyof IDuActions {
  if (isBucketAddress(path)) {
    return 'bucket';
  }
  return clearable ? 'clearable' : 'home';
}

function someNumber(text: string): number {
  const number = wholeNumber(text);
  if (number === null) {
    throw new InvalidArgumentError('It must be a whole number.');
  }
  return number;
}

function positiveNumber(text: string): number {
  const number = someNumber(text);
  if (number === 0) {
    throw new InvalidArgumentError('It must be at least 1.');
  }
  return number;
}
