import * as http from 'node:http';
import * as https from 'node:https';

/** A page of 1,000 names of 1,024 bytes stays below this. */
const MAX_BODY_BYTES = 32 << 20;

/** Errors before anything was sent. */
const UNREACHABLE: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ENETUNREACH',
  'EHOSTUNREACH'
]);

/**
 * What the storage service answered, whole.
 */
export interface IAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: string;
}

/** An answer with its body as it came, and what a reader of bytes must know of its head. */
export interface IBytesAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly contentEncoding: string | null;
  /** At most as many as were allowed. */
  readonly bytes: Buffer;
  /** There was more than was allowed; the rest was not read. */
  readonly isCut: boolean;
}

/** Why there is no answer: the connection broke, none came about, or nothing came for too long. */
export class ExchangeError extends Error {
  override readonly name = 'ExchangeError';

  constructor(
    readonly kind: 'broken' | 'unreachable' | 'silent',
    message: string,
    options?: { cause?: unknown }
  ) {
    super(message, options);
  }
}

/**
 * Asks one thing over kept connections.
 *
 * The client library's own layers cost more than the answer itself and bound neither a page that goes silent
 * nor a cancelled one.
 */
export class Exchange {
  constructor(options: Exchange.IOptions) {
    this._silenceMs = options.silenceMs;
    const agent = { keepAlive: true, maxSockets: options.maxSockets };
    this._http = new http.Agent(agent);
    this._https = new https.Agent(agent);
  }

  /**
   * @throws ExchangeError when no whole answer comes, `AbortError` when cancelled.
   */
  async get(
    url: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal
  ): Promise<IAnswer> {
    const { status, retryAfter, bytes } = await this._whole(
      url,
      headers,
      signal
    );
    return { status, retryAfter, body: bytes.toString('utf8') };
  }

  /**
   * The same with the body as it came; as text only when it is no 200.
   *
   * @throws ExchangeError when no whole answer comes, `AbortError` when cancelled.
   */
  async getWhole(
    url: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal
  ): Promise<IAnswer & IBytesAnswer> {
    const answer = await this._whole(url, headers, signal);
    const { status, bytes } = answer;
    return { ...answer, body: status === 200 ? '' : bytes.toString('utf8') };
  }

  /**
   * The body as it is, up to `maxBytes`.
   *
   * @throws ExchangeError when no whole answer comes, `AbortError` when cancelled.
   */
  getBytes(
    url: string,
    headers: Readonly<Record<string, string>>,
    maxBytes: number,
    signal: AbortSignal
  ): Promise<IBytesAnswer> {
    return new Promise((resolve, reject) => {
      const isSecure = url.startsWith('https:');
      const request = (isSecure ? https : http).get(url, {
        agent: isSecure ? this._https : this._http,
        headers,
        signal
      });
      const fail = (reason: Error): void => {
        clearTimeout(watch);
        reject(asFailure(reason, signal));
        request.destroy();
      };
      // Counts from the last byte, so a slow page may take its time and a dead one may not.
      const watch = setTimeout(() => {
        fail(new ExchangeError('silent', 'The storage service went silent.'));
      }, this._silenceMs);
      // Not `once`: what is destroyed may complain again.
      request.on('error', fail);
      request.once('response', response => {
        response.on('error', fail);
        collect(response, maxBytes, {
          onBytes: () => watch.refresh(),
          onDone: answer => {
            clearTimeout(watch);
            resolve(answer);
            if (answer.isCut) {
              request.destroy();
            }
          }
        });
      });
    });
  }

  /**
   * Close the kept connections.
   */
  dispose(): void {
    this._http.destroy();
    this._https.destroy();
  }

  private async _whole(
    url: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal
  ): Promise<IBytesAnswer> {
    const answer = await this.getBytes(
      url,
      { accept: 'application/json', ...headers },
      MAX_BODY_BYTES,
      signal
    );
    if (answer.isCut) {
      throw new ExchangeError('broken', 'The answer does not end.');
    }
    return answer;
  }

  private readonly _silenceMs: number;
  private readonly _http: http.Agent;
  private readonly _https: https.Agent;
}

/** Options of an `Exchange`. */
export namespace Exchange {
  export interface IOptions {
    /** Milliseconds without a byte after which a try is given up. */
    readonly silenceMs: number;
    readonly maxSockets: number;
  }
}

/** Gather a body up to `maxBytes`; `onDone` is called when it is whole, or as soon as there is more. */
function collect(
  response: http.IncomingMessage,
  maxBytes: number,
  told: { onBytes: () => void; onDone: (answer: IBytesAnswer) => void }
): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const finish = (isCut: boolean): void => {
    told.onDone({
      status: response.statusCode ?? 0,
      retryAfter: response.headers['retry-after'] ?? null,
      contentEncoding: response.headers['content-encoding'] ?? null,
      bytes: Buffer.concat(chunks).subarray(0, maxBytes),
      isCut
    });
  };
  response.on('data', (chunk: Buffer) => {
    told.onBytes();
    bytes += chunk.length;
    chunks.push(chunk);
    if (bytes > maxBytes) {
      finish(true);
    }
  });
  response.once('end', () => {
    finish(false);
  });
}

function asFailure(reason: Error, signal: AbortSignal): Error {
  if (signal.aborted || reason instanceof ExchangeError) {
    return signal.aborted
      ? new DOMException('Cancelled', 'AbortError')
      : reason;
  }
  const code = 'code' in reason ? String(reason.code) : '';
  return UNREACHABLE.has(code)
    ? new ExchangeError('unreachable', 'No connection.', { cause: reason })
    : new ExchangeError('broken', 'The connection broke.', { cause: reason });
}
