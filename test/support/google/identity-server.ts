import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Emulator } from '../gcs/emulator';
import { confine, readBoundary, Refusal } from './boundary';

const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';
const FULL_SCOPE = 'https://www.googleapis.com/auth/cloud-platform';
const READ_ONLY = 'https://www.googleapis.com/auth/devstorage.read_only';

/** Characters of a token that real ones have and a careless pattern misses. */
const TOKEN_TAIL = 'c0ffee_AB-cd.ef';

/**
 * Google's metadata server, token exchange and token information on this machine, giving tokens that the emulator of
 * the storage service accepts. What they take and answer follows Google's documents:
 * https://cloud.google.com/compute/docs/access/authenticate-workloads,
 * https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token.
 */
export class IdentityServer {
  private constructor(
    private readonly _gcs: Emulator,
    private readonly _server: Server,
    private readonly _isOpen: boolean
  ) {}

  /**
   * @param isOpen - Whether the storage service goes on to answer callers without a token, as in the demo.
   */
  static async start(gcs: Emulator, isOpen = false): Promise<IdentityServer> {
    const server = createServer();
    const identity = new IdentityServer(gcs, server, isOpen);
    server.on('request', (request, response) => {
      void identity._answer(request, response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return identity;
  }

  /** Every token that was handed out. */
  readonly tokens: string[] = [];
  /** Addresses that were asked for. */
  readonly asked: string[] = [];
  /** Seconds that a token of the machine works. */
  lifetimeSeconds = 3599;
  /** Whether the exchange says how long its tokens work; it does not for service accounts. */
  saysLifetime = false;
  /** A machine that gives a full token whatever scope is asked for. */
  ignoresScopes = false;
  /** Answers in place of the right one, by the beginning of the path. */
  readonly faults = new Map<
    string,
    (response: ServerResponse) => void | Promise<void>
  >();

  /** `127.0.0.1:NNNN` */
  get host(): string {
    const { address, port } = this._server.address() as AddressInfo;
    return `${address}:${port}`;
  }

  get exchangeUrl(): string {
    return `http://${this.host}/v1/token`;
  }

  get infoUrl(): string {
    return `http://${this.host}/tokeninfo`;
  }

  async stop(): Promise<void> {
    this._server.closeAllConnections();
    this._server.close();
    await once(this._server, 'close');
  }

  private async _answer(
    request: IncomingMessage,
    response: ServerResponse
  ): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://host');
    this.asked.push(url.pathname + url.search);
    const fault = [...this.faults].find(([path]) =>
      url.pathname.startsWith(path)
    );
    if (fault) {
      await fault[1](response);
      return;
    }
    switch (`${request.method ?? ''} ${url.pathname}`) {
      case 'GET /computeMetadata/v1/instance/service-accounts/default/token':
        this._machineToken(request, url, response);
        return;
      case 'POST /v1/token':
        await this._exchange(request, response);
        return;
      case 'POST /tokeninfo':
        this._info(request, response);
        return;
      default:
        send(response, 404, {});
    }
  }

  private _machineToken(
    request: IncomingMessage,
    url: URL,
    response: ServerResponse
  ): void {
    response.setHeader('Metadata-Flavor', 'Google');
    if (request.headers['metadata-flavor'] !== 'Google') {
      send(response, 403, { error: 'Missing Metadata-Flavor:Google header.' });
      return;
    }
    const asked = url.searchParams.get('scopes');
    const scope = this.ignoresScopes ? FULL_SCOPE : (asked ?? FULL_SCOPE);
    const token = this._issue(`machine ${String(this.tokens.length)}`, scope);
    send(response, 200, {
      access_token: token,
      expires_in: this.lifetimeSeconds,
      token_type: 'Bearer'
    });
  }

  private async _exchange(
    request: IncomingMessage,
    response: ServerResponse
  ): Promise<void> {
    const form = new URLSearchParams(await textOf(request));
    try {
      for (const [field, value] of [
        ['grant_type', 'urn:ietf:params:oauth:grant-type:token-exchange'],
        ['requested_token_type', ACCESS_TOKEN],
        ['subject_token_type', ACCESS_TOKEN]
      ] as const) {
        if (form.get(field) !== value) {
          throw new Refusal('invalid_request', `Invalid value for "${field}".`);
        }
      }
      if (!this._scopes.has(form.get('subject_token') ?? '')) {
        throw new Refusal('invalid_grant', 'The subject token is not known.');
      }
      const rule = readBoundary(form.get('options'));
      const member = `confined ${String(this.tokens.length)}`;
      const token = this._issue(member, FULL_SCOPE, 'ya29.dr.');
      confine(this._gcs, member, rule);
      send(response, 200, {
        access_token: token,
        issued_token_type: ACCESS_TOKEN,
        token_type: 'Bearer',
        ...(this.saysLifetime ? { expires_in: 1800 } : {})
      });
    } catch (reason) {
      const refusal = reason as Refusal;
      send(response, 400, {
        error: refusal.error,
        error_description: refusal.message
      });
    }
  }

  private _info(request: IncomingMessage, response: ServerResponse): void {
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    const scope = this._scopes.get(token);
    if (scope === undefined) {
      send(response, 400, { error_description: 'Invalid Value' });
      return;
    }
    send(response, 200, { scope, expires_in: String(this.lifetimeSeconds) });
  }

  private _issue(member: string, scope: string, start = 'ya29.c.'): string {
    const token = `${start}${TOKEN_TAIL}${String(this.tokens.length)}`;
    this.tokens.push(token);
    this._scopes.set(token, scope);
    if (this._isOpen) {
      this._gcs.tokens.know(token, member);
    } else {
      this._gcs.tokens.set(token, member);
    }
    if (scope === READ_ONLY) {
      for (const bucket of this._gcs.store.buckets.values()) {
        const before = bucket.options.grants ?? [
          { permissions: 'all' as const }
        ];
        bucket.options = {
          ...bucket.options,
          grants: [{ member, permissions: 'read' }, ...before]
        };
      }
    }
    return token;
  }

  private readonly _scopes = new Map<string, string>();
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) {
    text += chunk.toString();
  }
  return text;
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}
