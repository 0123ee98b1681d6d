import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that a test looks at. */
interface ISeen {
  readonly line: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** An answer: a status and what is sent with it; text goes out as a page, anything else as JSON. */
export type HubAnswer = readonly [status: number, body?: unknown];

/**
 * Stands for a hub, or a Dask Gateway, whose answers a test writes: `GET /user` and so on, below any path.
 */
export class ScriptedHub {
  private constructor(private readonly _server: Server) {}

  static async start(): Promise<ScriptedHub> {
    const server = createServer();
    const hub = new ScriptedHub(server);
    server.on('request', (request, response) => {
      void hub._answer(request, response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return hub;
  }

  readonly seen: ISeen[] = [];
  /** By method and path, without its query. */
  readonly answers = new Map<string, HubAnswer>();

  get url(): string {
    const { port } = this._server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
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
    let body = '';
    for await (const chunk of request as AsyncIterable<Buffer>) {
      body += chunk.toString();
    }
    const { method = '', url = '', headers } = request;
    const line = `${method} ${url}`;
    this.seen.push({ line, authorization: headers.authorization, body });
    const [status, answer = ''] = this.answers.get(
      line.split('?')[0] ?? ''
    ) ?? [404, { message: 'No such route.' }];
    const isPage = typeof answer === 'string';
    response.writeHead(status, {
      'Content-Type': isPage ? 'text/html' : 'application/json',
      ...(status === 302 && { Location: '/hub/login' })
    });
    response.end(isPage ? answer : JSON.stringify(answer));
  }
}
