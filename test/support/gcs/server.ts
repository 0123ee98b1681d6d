import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse
} from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { checkPayer, type Tokens } from './access';
import { bent, refusal, send, spoilt } from './answering';
import { matchRoute, type IAnswer, type ICall, type ILoggedCall } from './call';
import { Failure } from './failure';
import { failureOf, type Faults, type IFaultOptions } from './faults';
import { machineMetadata } from './machine-metadata';
import { operations } from './operations';
import type { Store } from './store';
import type { Uploads } from './uploads';

/**
 * What the server serves, and what it does to the calls on their way.
 */
export interface IServed {
  readonly store: Store;
  readonly uploads: Uploads;
  readonly tokens: Tokens;
  readonly faults: Faults;
  /** Who the machine's own tokens are for; undefined: this machine has no metadata server. */
  readonly machineMember: string | undefined;
  /** Waited before each answer. */
  readonly latencyMs: number;
  /** Answers that somebody has at hand; undefined for calls that it leaves to the operations. */
  readonly prepared?: ((call: ICall) => IAnswer | undefined) | undefined;
  /** Called when a request has arrived. */
  log(call: ILoggedCall): void;
}

/**
 * Start the HTTP side and wait until it listens.
 */
export async function serve(
  served: IServed,
  port: number,
  host: string
): Promise<Server> {
  const server = createServer((request, response) => {
    void respond(served, request, response);
  });
  server.keepAliveTimeout = 60_000;
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}

async function respond(
  served: IServed,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const [path, search] = splitOnce(request.url ?? '', '?');
  const query = new URLSearchParams(search);
  const logged = {
    method: request.method ?? '',
    path,
    operation: 'unknown',
    query: Object.fromEntries(query),
    userProject: payer(request, query),
    authorization: request.headers.authorization,
    status: 0
  };
  served.log(logged);
  const hangUp = new AbortController();
  response.once('close', () => {
    hangUp.abort();
  });
  try {
    const call = await readCall(request, path, query);
    logged.operation = call.operation;
    if (served.latencyMs > 0) {
      await delay(served.latencyMs, undefined, { signal: hangUp.signal });
    }
    const fault = served.faults.strike(call);
    await answer(served, call, fault, response, logged, hangUp.signal);
  } catch (reason) {
    if (hangUp.signal.aborted) {
      return;
    }
    // A mistake of the emulator itself must be seen by the test, not taken for a fault of the network.
    const failure =
      reason instanceof URIError
        ? new Failure(400, 'invalid', 'Invalid URL.')
        : new Failure(500, 'emulatorError', String(reason));
    logged.status = failure.status;
    send(response, refusal(failure, ''));
  }
}

async function answer(
  served: IServed,
  call: ICall,
  fault: IFaultOptions | undefined,
  response: ServerResponse,
  logged: ILoggedCall,
  signal: AbortSignal
): Promise<void> {
  if (fault?.name === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (fault?.name === 'stall') {
    await silence(fault, signal);
  }
  const made = spoilt(perform(served, call, fault), call, fault);
  if (fault?.name === 'lost-answer') {
    response.socket?.resetAndDestroy();
    return;
  }
  logged.status = made.status;
  if (fault?.name !== 'reset-in-body' && fault?.name !== 'stall-in-body') {
    send(response, made);
    return;
  }
  send(response, made, fault.afterBytes ?? 16);
  if (fault.name === 'stall-in-body') {
    await silence(fault, signal);
  } else {
    // Let what was written leave before the reset throws it away.
    await delay(20, undefined, { signal });
  }
  response.socket?.resetAndDestroy();
}

function perform(
  served: IServed,
  call: ICall,
  fault: IFaultOptions | undefined
): IAnswer {
  try {
    const failure = fault === undefined ? undefined : failureOf(fault);
    if (failure !== undefined) {
      throw failure;
    }
    if (call.operation.startsWith('metadata.')) {
      return machineMetadata(call, served.tokens, served.machineMember);
    }
    const operation = operations[call.operation];
    if (operation === undefined) {
      throw new Failure(404, 'notFound', 'Not Found');
    }
    const ready = served.prepared?.(call);
    if (ready !== undefined) {
      return ready;
    }
    const { store, uploads, tokens } = served;
    const caller = tokens.callerOf(call.headers.authorization);
    if (call.bucket !== undefined) {
      checkPayer(store.bucket(call.bucket), payer(call, call.query));
    }
    if (fault?.name === 'rollback' && call.operation === 'objects.resume') {
      uploads.resume(call);
      return uploads.rollBack(call, fault.afterBytes ?? 0);
    }
    return operation(bent(call, fault), { store, uploads, caller });
  } catch (reason) {
    if (reason instanceof Failure) {
      return refusal(reason, call.operation);
    }
    throw reason;
  }
}

async function silence(
  fault: IFaultOptions,
  signal: AbortSignal
): Promise<void> {
  if (fault.stallMs !== undefined && Number.isFinite(fault.stallMs)) {
    await delay(fault.stallMs, undefined, { signal });
  } else {
    await new Promise((_, reject) => {
      signal.addEventListener('abort', () => {
        reject(new Error('The caller hung up.'));
      });
    });
  }
}

async function readCall(
  request: IncomingMessage,
  path: string,
  query: URLSearchParams
): Promise<ICall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) {
    chunks.push(chunk);
  }
  const method = request.method ?? '';
  return {
    method,
    path,
    query,
    headers: request.headers,
    body: Buffer.concat(chunks),
    origin: `http://${request.headers.host ?? ''}`,
    ...matchRoute(method, path, query)
  };
}

function payer(
  request: Pick<IncomingMessage, 'headers'>,
  query: URLSearchParams
): string | undefined {
  const header = request.headers['x-goog-user-project'];
  return (
    query.get('userProject') ?? (Array.isArray(header) ? header[0] : header)
  );
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
