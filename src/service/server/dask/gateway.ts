import { LeapError } from '../../../contract';
import type { IServiceContext } from '../../config';
import { ask, type IAnswer, type IAskLimits } from '../../web/ask';

const WHO = 'Dask Gateway';

/** A thousand workers of which a scheduler tells. */
const MAX_BYTES = 4 << 20;

type Environment = IServiceContext['env'];

/**
 * The Dask Gateway that the hub named in this server's environment, asked as its Python client asks it.
 *
 * @see https://gateway.dask.org/api-server.html
 */
export class DaskGateway {
  private constructor(
    private readonly _url: string,
    private readonly _public: string,
    private readonly _authorization: string | null
  ) {}

  /** Null where the hub offers none. */
  static from({
    env,
    hubToken
  }: Pick<IServiceContext, 'env' | 'hubToken'>): DaskGateway | null {
    const url = webAddress(setting(env, 'ADDRESS'));
    return url === null
      ? null
      : new DaskGateway(
          url,
          trimmed(setting(env, 'PUBLIC_ADDRESS') ?? url),
          authorization(env, hubToken)
        );
  }

  /**
   * Ask the gateway itself, as this user.
   *
   * @param path - `/clusters/`
   * @throws LeapError `no-credentials` where this server cannot sign in there, `forbidden`, `not-found`,
   *   `unavailable`, `bad-upstream`, `timed-out`.
   */
  async api(
    method: 'GET' | 'DELETE',
    path: string,
    signal: AbortSignal
  ): Promise<IAnswer> {
    if (this._authorization === null) {
      throw new LeapError(
        'no-credentials',
        'This hub’s Dask Gateway asks for a kind of sign-in that this section does not know. In Python, dask_gateway.Gateway() does.'
      );
    }
    const headers = { Authorization: this._authorization };
    const url = `${this._url}/api/v1${path}`;
    const limits = { maxBytes: MAX_BYTES };
    const answer = await ask(WHO, url, { method, headers }, signal, limits);
    checkStatus(answer.status);
    return answer;
  }

  /**
   * What a cluster's scheduler says of itself, which is open to all who know the cluster's name: no token goes there.
   */
  async scheduler(
    cluster: string,
    signal: AbortSignal,
    limits: IAskLimits
  ): Promise<unknown> {
    const url = `${this._url}/clusters/${cluster}/json/identity.json`;
    const all = { maxBytes: MAX_BYTES, ...limits };
    return (await ask(WHO, url, {}, signal, all)).body;
  }

  /** The address for a browser; null when it is none. */
  page(route: string): string | null {
    const address = this._public + route;
    return /^(?:\/(?![/\\])|https?:\/\/)\S+$/.test(address) ? address : null;
  }
}

function checkStatus(status: number): void {
  if (status >= 200 && status < 300) {
    return;
  }
  if (status === 401 || status === 403) {
    throw new LeapError('forbidden', 'Dask Gateway does not let you do that.');
  }
  if (status === 404) {
    throw new LeapError('not-found', 'This cluster is gone.');
  }
  throw new LeapError(
    status >= 500 ? 'unavailable' : 'bad-upstream',
    `Dask Gateway answered with status ${status}. Clusters that run go on running.`
  );
}

/** `Authorization` for the kinds of sign-in that need nothing but a name or the hub's token; null for others. */
function authorization(
  env: Environment,
  hubToken: string | null | undefined
): string | null {
  switch (setting(env, 'AUTH__TYPE') ?? 'basic') {
    case 'jupyterhub':
      return hubToken ? `jupyterhub ${hubToken}` : null;
    case 'basic': {
      const user =
        setting(env, 'AUTH__KWARGS__USERNAME') ??
        env['USER'] ??
        env['JUPYTERHUB_USER'] ??
        '';
      const password = setting(env, 'AUTH__KWARGS__PASSWORD') ?? '';
      const pair = Buffer.from(`${user}:${password}`).toString('base64');
      return `Basic ${pair}`;
    }
    default:
      return null;
  }
}

/** A setting of Dask's from the environment, with `{NAME}` of other variables filled in as its client does. */
function setting(env: Environment, name: string): string | null {
  const given = env[`DASK_GATEWAY__${name}`]?.trim();
  return given
    ? given.replace(/\{(\w+)\}/g, (whole, other: string) => env[other] ?? whole)
    : null;
}

function webAddress(given: string | null): string | null {
  const url = URL.parse(given ?? '');
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  return url && isWeb && url.username === ''
    ? trimmed(url.origin + url.pathname)
    : null;
}

function trimmed(address: string): string {
  return address.replace(/\/+$/, '');
}
