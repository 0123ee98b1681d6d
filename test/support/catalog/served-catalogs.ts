import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CatalogSummary, Dataset } from '../../../src/contract';
import { Cache } from '../../../src/service/cache';
import { createLibrary } from '../../../src/service/catalog/open';
import { leapConfig } from '../service/leap-config';
import { WebServer } from '../web/web-server';

/**
 * A web server with documents that a test names, and a service that reads catalogs among them.
 */
export class ServedCatalogs {
  /** What the server answers, by path. */
  files: Record<string, string> = {};

  private constructor(
    readonly server: WebServer,
    readonly directory: string
  ) {
    server.answer = (request, response) => {
      const text = this.files[request.url ?? ''];
      response.writeHead(text === undefined ? 404 : 200);
      response.end(text);
    };
  }

  static async start(): Promise<ServedCatalogs> {
    return new ServedCatalogs(
      await WebServer.start((_, response) => response.end()),
      mkdtempSync(join(tmpdir(), 'leap-forms-'))
    );
  }

  async end(): Promise<void> {
    await this.server.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** What is listed in catalogs, all of them read. */
  async read(
    ...addresses: string[]
  ): Promise<{ summary: CatalogSummary; datasets: readonly Dataset[] }> {
    const library = createLibrary(
      leapConfig(),
      addresses,
      new Cache(join(this.directory, 'cache')),
      () => new Date('2026-11-26T12:00:00Z')
    );
    const summary = await library.refresh();
    return { summary, datasets: await library.listed() };
  }
}

/**
 * The titles of data sets, sorted.
 */
export function titles(datasets: readonly Dataset[]): string[] {
  return datasets.map(({ title }) => title).sort();
}
