import { spawn, type ChildProcess } from 'node:child_process';
import { on } from 'node:events';
import { LeapError } from '../../../contract';
import { SCAN_ARGUMENT } from './scan-argument';
import type { IScanOrder, ScanFinding, ScanMessage } from './scan-messages';

/** Set before the process starts, or it does not count: as many calls in flight as ever pay. */
const POOL_SIZE = '64';

/**
 * Start a process that walks the home and pass on what it tells. Stopping the iteration or aborting ends it at once.
 *
 * @throws LeapError `cancelled`, why the walk was not possible, `service-failed` when the process ended without saying why.
 */
export async function* startScan(
  entry: string,
  order: IScanOrder,
  signal: AbortSignal
): AsyncGenerator<ScanFinding, void> {
  const child = spawn(process.execPath, ['--expose-gc', entry, SCAN_ARGUMENT], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
    env: { ...process.env, UV_THREADPOOL_SIZE: POOL_SIZE }
  });
  const ended = new AbortController();
  child.once('error', reason => ended.abort(reason));
  // All messages that were sent come before this.
  child.once('close', () => ended.abort());
  try {
    const either = AbortSignal.any([signal, ended.signal]);
    child.send(order);
    for await (const [message] of told(child, either)) {
      if (message.kind === 'end') {
        return;
      }
      if (message.kind === 'failed') {
        throw new LeapError(message.code, message.message);
      }
      yield message;
    }
  } catch (reason) {
    if (signal.aborted) {
      throw new LeapError('cancelled', 'Cancelled.', { cause: reason });
    }
    throw reason instanceof LeapError ? reason : endedEarly(child, reason);
  } finally {
    child.kill('SIGKILL');
  }
}

/** The messages of a process that runs our own script. */
function told(
  child: ChildProcess,
  signal: AbortSignal
): AsyncIterable<[ScanMessage]> {
  return on(child, 'message', { signal }) as AsyncIterable<[ScanMessage]>;
}

function endedEarly(child: ChildProcess, cause: unknown): LeapError {
  const how = child.signalCode ?? child.exitCode;
  return new LeapError(
    'service-failed',
    `Counting the home directory stopped unexpectedly (${how ?? 'not started'}). Try again; if it happens again, the server may be short of memory.`,
    { cause }
  );
}
