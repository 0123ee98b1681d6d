import type { Command } from 'commander';
import {
  LeapError,
  TokenReach,
  type TokenGrant,
  type TokenWish
} from '../contract';
import { parseReference } from '../service/buckets/names/reference';
import { TokenDesk } from '../service/token/desk';
import { EXIT, type ICliContext } from './context';
import { jsonLine, printable } from './terminal';

interface IOptions {
  write?: boolean;
  show?: boolean;
  atMost?: string;
  json?: boolean;
}

/**
 * `leap token`: the token alone on standard output, what it can do on standard error.
 */
export function addToken(program: Command, context: ICliContext): void {
  program
    .command('token')
    .description(
      'Make a temporary token for one folder, for use outside of the hub. Six an hour.'
    )
    .argument('<url>', 'gs://bucket/folder/, or gs://bucket/ for all of it')
    .option('--write', 'let it write too; for your own folder alone')
    .option(
      '--at-most <reach>',
      `the most that the token may be able to do: ${TokenReach.options.join(', ')}`,
      'folder'
    )
    .option('--show', 'print it although a person is looking')
    .option('--json', 'print one JSON object')
    .action(async (url: string, options: IOptions) => {
      const reach = TokenReach.safeParse(options.atMost);
      if (!reach.success) {
        refuse(
          context,
          `--at-most is one of ${TokenReach.options.join(', ')}.`
        );
      } else if (isTerminal(context.stdout) && options.show !== true) {
        refuse(
          context,
          'A token on the screen can be read by others and stays in the scroll-back. Pass it on (leap token … | …) or add --show.'
        );
      } else {
        await give(context, url, options, reach.data);
      }
    });
}

async function give(
  context: ICliContext,
  url: string,
  options: IOptions,
  atMost: TokenReach
): Promise<void> {
  const { config, env, signal } = context;
  const wish = readWish(url, options.write === true);
  const desk = new TokenDesk({ config, env, now: () => new Date() });
  const { reach } = await desk.plan(wish, signal);
  if (reach !== 'folder' && atMost === 'folder') {
    throw new LeapError(
      'precondition',
      `${sentence(reach, wish)} Add --at-most ${reach} if that is what you want.`
    );
  }
  const grant = await desk.grant({ ...wish, atMost }, signal);
  context.stderr.write(
    `leap: ${printable(sentence(grant.reach, wish))} It ends in ${Math.floor(grant.lifetimeSeconds / 60)} min. Keep it out of notebooks, chats and e-mails.\n`
  );
  context.stdout.write(
    options.json === true ? jsonLine(fields(grant, wish)) : `${grant.token}\n`
  );
}

function readWish(url: string, isWrite: boolean): TokenWish {
  const { bucket, name } = parseReference(url);
  const isFolder = name === '' || name.endsWith('/');
  return {
    bucket,
    prefix: isFolder ? name : `${name}/`,
    access: isWrite ? 'write' : 'read'
  };
}

function fields(
  { token, lifetimeSeconds, reach }: TokenGrant,
  { bucket, prefix, access }: TokenWish
): Record<string, unknown> {
  return {
    url: `gs://${bucket}/${prefix}`,
    access,
    reach,
    expiresAt: new Date(Date.now() + lifetimeSeconds * 1000).toISOString(),
    token
  };
}

function sentence(
  reach: TokenReach,
  { bucket, prefix, access }: TokenWish
): string {
  switch (reach) {
    case 'folder':
      return access === 'read'
        ? `This token can read gs://${bucket}/${prefix} and nothing else.`
        : `This token can read, write and delete in gs://${bucket}/${prefix} and do nothing else.`;
    case 'read-everything':
      return 'This token can read the data of all members, in all buckets; it cannot write.';
    case 'everything':
      return 'This token can read, change and delete the data of all members, in all buckets.';
  }
}

function isTerminal(stream: NodeJS.WritableStream): boolean {
  return 'isTTY' in stream && stream.isTTY === true;
}

function refuse(context: ICliContext, message: string): void {
  context.stderr.write(`leap: ${message}\n`);
  context.end(EXIT.usage);
}
