import { once } from 'node:events';
import { chmodSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod/mini';
import { LeapError } from '../contract';
import { readConfig } from './config';
import { Dispatcher } from './dispatcher';
import { createHttpServer } from './http';
import { causes, log } from './log';
import { createHandlers } from './subjects';

/** The first line on standard input: all that the service is told, so that no secret stands in argv or the environment. */
const StartLine = z.object({
  secret: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** Path of the socket, in a 0700 directory made for this start; the service removes that directory when it ends. */
  socket: z.string(),
  idleSeconds: z.number(),
  config: z.unknown()
});

/**
 * Run the service until standard input closes or nothing was asked for `idleSeconds`.
 *
 * Prints `{"ready":true,"version":…}` on standard output when it listens, `{"ready":false,"message":…}` when it cannot.
 */
export async function serve(version: string): Promise<void> {
  const input = createInterface({ input: process.stdin });
  // Read with no more than one line in memory; the rest of standard input is only watched for its end.
  const [line] = (await once(input, 'line')) as [string];
  try {
    const start = StartLine.parse(JSON.parse(line));
    const handlers = createHandlers(
      {
        config: readConfig(start.config),
        env: process.env,
        now: () => new Date()
      },
      version
    );
    await listen(new Dispatcher(handlers), start, input);
    say({ ready: true, version });
  } catch (reason) {
    log('service cannot start', { reason: causes(reason) });
    say({
      ready: false,
      message:
        reason instanceof LeapError
          ? reason.message
          : 'The service could not start.'
    });
    process.exitCode = 1;
    process.stdin.destroy();
  }
}

async function listen(
  dispatcher: Dispatcher,
  start: z.infer<typeof StartLine>,
  input: NodeJS.EventEmitter
): Promise<void> {
  let running = 0;
  let idle: NodeJS.Timeout | undefined;
  const end = (): void => {
    rmSync(dirname(start.socket), { recursive: true, force: true });
    process.exit(0);
  };
  const onActivity = (change: 1 | -1): void => {
    running += change;
    clearTimeout(idle);
    if (running === 0) {
      idle = setTimeout(end, start.idleSeconds * 1000);
    }
  };
  const server = createHttpServer(dispatcher, start.secret, onActivity);
  input.once('close', end);
  process.once('SIGTERM', end);
  server.listen(start.socket);
  await once(server, 'listening');
  chmodSync(start.socket, 0o600);
  idle = setTimeout(end, start.idleSeconds * 1000);
}

function say(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
