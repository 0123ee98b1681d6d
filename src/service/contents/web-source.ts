import { LeapError } from '../../contract';
import type { Resolve } from '../web/checked-host';
import { webFetch, type IFetched } from '../web/web-fetch';
import { tooLarge, type ByteRange, type ISource } from './source';

const TIME_LIMIT_MS = 30_000;

/** How a web address is asked. */
export interface IWebSourceOptions {
  /** `host:port` of configured addresses: may lie in a private network. */
  readonly trustedHosts: ReadonlySet<string>;
  readonly resolve?: Resolve;
}

/**
 * A web address below which the keys lie, or one file. A web server lists nothing.
 */
export class WebSource implements ISource {
  /** @param _base - With its closing slash where keys lie below it. */
  constructor(
    private readonly _base: string,
    private readonly _options: IWebSourceOptions
  ) {}

  async read(
    key: string,
    maxBytes: number,
    signal: AbortSignal
  ): Promise<Uint8Array | null> {
    const answer = await this._ask(key, {}, maxBytes + 1, signal);
    const bytes = readAnswer(answer);
    if (bytes && bytes.length > maxBytes) {
      throw tooLarge(key, maxBytes);
    }
    return bytes;
  }

  async readRange(
    key: string,
    range: ByteRange,
    signal: AbortSignal
  ): Promise<Uint8Array | null> {
    const isLast = 'last' in range;
    const length = isLast ? range.last : range.length;
    if (length <= 0) {
      return new Uint8Array();
    }
    const header = isLast
      ? `bytes=-${String(length)}`
      : `bytes=${String(range.offset)}-${String(range.offset + length - 1)}`;
    const answer = await this._ask(key, { range: header }, length, signal);
    if (answer.status === 200 && (isLast || range.offset > 0)) {
      throw new LeapError(
        'bad-upstream',
        'This web server does not hand out parts of its files, so only reading all of it would tell. Open it in a notebook.'
      );
    }
    return answer.status === 416 ? new Uint8Array() : readAnswer(answer);
  }

  async sizeOf(key: string, signal: AbortSignal): Promise<number | null> {
    const answer = await this._ask(key, { range: 'bytes=0-0' }, 1, signal);
    if (answer.status === 206) {
      const total = /\/(\d{1,15})$/.exec(answer.headers['content-range'] ?? '');
      return total ? Number(total[1]) : null;
    }
    const length = answer.headers['content-length'] ?? '';
    return answer.status === 200 && /^\d{1,15}$/.test(length)
      ? Number(length)
      : null;
  }

  list(): Promise<null> {
    return Promise.resolve(null);
  }

  private _ask(
    key: string,
    headers: Readonly<Record<string, string>>,
    maxBytes: number,
    signal: AbortSignal
  ): Promise<IFetched> {
    const path = key.split('/').map(encodeURIComponent).join('/');
    return webFetch(this._base + path, {
      ...this._options,
      headers: { 'accept-encoding': 'identity', ...headers },
      signal,
      timeLimitMs: TIME_LIMIT_MS,
      maxBytes,
      overflow: 'stop',
      redirects: 'public'
    });
  }
}

/** Some stores answer 403 for what is not there; who reads metadata tries several keys. */
function readAnswer({ status, body }: IFetched): Uint8Array | null {
  switch (status) {
    case 200:
    case 206:
      return body;
    case 403:
    case 404:
    case 410:
      return null;
    default:
      throw new LeapError(
        status === 429 ? 'rate-limited' : 'bad-upstream',
        `The host answers with status ${String(status)}.`
      );
  }
}
