import type { Command } from 'commander';
import type { Image } from '../contract';
import { describeImage } from '../service/image/describe';
import { readInstalled } from '../service/image/installed';
import { EXIT, type ICliContext } from './context';
import { addedText, imageText, packagesText } from './image-text';
import { jsonLine } from './terminal';

interface IOptions {
  json?: boolean;
}

/** The process table as the system shows it, and this process in it. */
const PLACE = { proc: '/proc', dev: '/dev', pid: process.pid };

/**
 * `leap image`, `leap image packages` and `leap image added`.
 */
export function addImage(program: Command, context: ICliContext): void {
  const service = {
    config: context.config,
    env: context.env,
    now: () => new Date()
  };
  const image = program
    .command('image')
    .description(
      'Say which image this server runs. Status 3: the image is not named, or its name cannot be read.'
    )
    .option('--json', 'print one JSON object')
    .action(async (options: IOptions) => {
      const found = await describeImage(service, PLACE);
      print(context, options, imageFields(found), () => imageText(found));
      context.end(found.reference === null ? EXIT.partial : EXIT.done);
    });
  image
    .command('packages')
    .description(
      'List all that is installed in the Python of this server. Status 3: some records cannot be read.'
    )
    .option('--json', 'print one JSON object')
    .action(async (_options: IOptions, command: Command) => {
      const found = await readInstalled(service, PLACE);
      const options = command.optsWithGlobals<IOptions>();
      print(context, options, found, () => packagesText(found.packages));
      endWith(context, found.unreadableCount);
    });
  image
    .command('added')
    .description(
      'List what was installed since this server started, and will be gone when it stops. Status 3: some records cannot be read.'
    )
    .option('--json', 'print one JSON object')
    .action(async (_options: IOptions, command: Command) => {
      // Loaded here alone: it brings the network along.
      const { readAdded } = await import('../service/image/handlers');
      const found = await readAdded(service, PLACE, context.signal);
      const options = command.optsWithGlobals<IOptions>();
      print(context, options, found, () => packagesText(found.packages));
      context.stderr.write(options.json === true ? '' : addedText(found));
      endWith(context, found.unreadableCount);
    });
}

function endWith(context: ICliContext, unreadableCount: number): void {
  if (unreadableCount > 0) {
    context.stderr.write(
      `leap: records that cannot be read and are left out: ${unreadableCount}\n`
    );
  }
  context.end(unreadableCount > 0 ? EXIT.partial : EXIT.done);
}

/** The parts of the reference stand beside the rest, so that scripts need no second level. */
function imageFields(image: Image): Record<string, unknown> {
  const { reference, spec, ...rest } = image;
  return {
    spec,
    registry: reference?.registry ?? null,
    organisation: reference?.organisation ?? null,
    repository: reference?.repository ?? null,
    name: reference?.name ?? null,
    tag: reference?.tag ?? null,
    digest: reference?.digest ?? null,
    ...rest
  };
}

function print(
  context: ICliContext,
  options: IOptions,
  value: unknown,
  text: () => string
): void {
  context.stdout.write(options.json === true ? jsonLine(value) : text());
}
