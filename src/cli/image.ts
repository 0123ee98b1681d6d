import type { Command } from 'commander';
import type { Image, ImagePackages } from '../contract';
import { describeImage } from '../service/image/describe';
import { findEnvironment } from '../service/image/environment';
import { readPackages, userDirectoryOf } from '../service/image/packages';
import { EXIT, type ICliContext } from './context';
import { imageText, packagesText } from './image-text';
import { jsonLine } from './terminal';

interface IOptions {
  json?: boolean;
}

/**
 * `leap image` and `leap image packages`.
 */
export function addImage(program: Command, context: ICliContext): void {
  const image = program
    .command('image')
    .description(
      'Say which image this server runs. Status 3: the image is not named, or its name cannot be read.'
    )
    .option('--json', 'print one JSON object')
    .action(async (options: IOptions) => {
      const found = await describeImage(
        { config: context.config, env: context.env, now: () => new Date() },
        { proc: '/proc', pid: process.pid }
      );
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
      const found = await listPackages(context);
      const options = command.optsWithGlobals<IOptions>();
      print(context, options, found, () => packagesText(found));
      if (found.unreadableCount > 0) {
        context.stderr.write(
          `leap: records that cannot be read and are left out: ${found.unreadableCount}\n`
        );
      }
      context.end(found.unreadableCount > 0 ? EXIT.partial : EXIT.done);
    });
}

async function listPackages(context: ICliContext): Promise<ImagePackages> {
  const { env, config } = context;
  const environment = await findEnvironment({
    env,
    proc: '/proc',
    pid: process.pid
  });
  return readPackages(
    environment,
    config.homeDirectory,
    userDirectoryOf(environment, env)
  );
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
