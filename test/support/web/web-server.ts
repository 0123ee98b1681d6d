import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server
} from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A web server on loopback that answers as the test says, and remembers what it was asked.
 */
export class WebServer {
  static async start(answer: RequestListener): Promise<WebServer> {
    const server = new WebServer(answer);
    server._server.listen(0, '127.0.0.1');
    await once(server._server, 'listening');
    return server;
  }

  private constructor(public answer: RequestListener) {
    this._server = createServer((request, response) => {
      this.asked.push(request);
      this.answer(request, response);
    });
  }

  readonly asked: IncomingMessage[] = [];

  /** `127.0.0.1:41234`. */
  get host(): string {
    const { port } = this._server.address() as AddressInfo;
    return `127.0.0.1:${port}`;
  }

  url(path = '/catalog.json'): string {
    return `http://${this.host}${path}`;
  }

  async stop(): Promise<void> {
    this._server.closeAllConnections();
    this._server.close();
    await once(this._server, 'close');
  }

  private readonly _server: Server;
}
