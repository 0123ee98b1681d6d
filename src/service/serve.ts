import { once } from 'node:events';
import { chmodSync, rmdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod/mini';
import { LeapError } from '../contract';
import { readConfig } from './config';
import { Dispatcher } from './dispatcher';
import { createHttpServer } from './http';
import { IdleTimer } from './idle-timer';
import { causes, log } from './log';
import { createHandlers } from './subjects';

/** Longer than the Jupyter server keeps an unused connection, so that it never writes into a closing one. */
const KEEP_ALIVE_MS = 60_000;

/** Time for a request that was on its way when the idle service took its socket away. */
const LEAVING_MS = 100;

/** The first line on standard input: all that the service is told, so that no secret stands in argv or the environment. */
const StartLine = z.object({
  secret: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** Path of the socket, in a 0700 directory made for this start; the service removes that directory when it ends. */
  socket: z.string(),
  config: z.unknown(),
  /** The Jupyter server's token for its hub: printable and without blanks, as a header wants it. */
  hubToken: z.nullish(z.string().check(z.regex(/^[\x21-\x7e]{1,1024}$/)))
});

/**
 * Run the service until standard input closes or nothing was asked for `idleSeconds` of the configuration.
 *
 * Prints `{"ready":true,"version":…}` on standard output when it listens, `{"ready":false,"message":…}` when it cannot;
 * after that the gauges for the Jupyter server's metrics, all of them in a line, whenever they change.
 */
export async function serve(version: string): Promise<void> {
  const input = createInterface({ input: process.stdin });
  // Read with no more than one line in memory; the rest of standard input is only watched for its end.
  const [line] = (await once(input, 'line')) as [string];
  try {
    const start = StartLine.parse(JSON.parse(line));
    const config = readConfig(start.config);
    const { hubToken } = start;
    const now = (): Date => new Date();
    const own = { config, env: process.env, now };
    const context = { ...own, hubToken, onGauges: say };
    const handlers = createHandlers(context, version);
    const idleMs = config.idleSeconds * 1000;
    await listen(new Dispatcher(handlers), start, idleMs, input);
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
    // What was begun by then, a clock or a watch, would keep it alive.
    process.exit(1);
  }
}

async function listen(
  dispatcher: Dispatcher,
  start: z.infer<typeof StartLine>,
  idleMs: number,
  input: NodeJS.EventEmitter
): Promise<void> {
  const end = (status: number): void => {
    removeSocket(start.socket);
    process.exit(status);
  };
  process.once('uncaughtException', reason => {
    log('service failed', { reason: causes(reason) });
    end(1);
  });
  const idle = new IdleTimer(idleMs, () => {
    // Nobody connects from here on; whoever did a moment ago is still answered.
    rmSync(start.socket, { force: true });
    idle.onRestAfter(LEAVING_MS, () => end(0));
  });
  const server = createHttpServer(dispatcher, start.secret, change =>
    idle.count(change)
  );
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  input.once('close', () => end(0));
  process.once('SIGTERM', () => end(0));
  process.umask(0o077);
  server.listen(start.socket);
  await once(server, 'listening');
  chmodSync(start.socket, 0o600);
}

/** Takes away what was made for this start, and nothing else that may lie beside it. */
function removeSocket(socket: string): void {
  rmSync(socket, { force: true });
  try {
    rmdirSync(dirname(socket));
  } catch (reason) {
    log('folder stays', { reason: causes(reason) });
  }
}

function say(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
