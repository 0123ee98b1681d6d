import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { addCatalog } from '../../src/cli/catalog';
import { EXIT } from '../../src/cli/context';
import { record, store } from '../support/catalog/records';
import { KeptCli } from '../support/cli/kept-cli';
import { WebServer } from '../support/web/web-server';

describe('leap catalog', () => {
  let directory: string;
  let server: WebServer;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'leap-catalog-'));
    server = await WebServer.start((request, response) => {
      const files: Record<string, string> = {
        '/catalog.json': JSON.stringify([
          record({
            title: 'Sea level',
            stores: [
              store({ url: server.url('/a.zarr'), name: 'Maps\u001b[31m' })
            ]
          }),
          record({
            title: 'Rain',
            stores: [store({ url: server.url('/gone.nc') })]
          })
        ]),
        '/a.zarr/.zgroup': '{}'
      };
      const body = files[request.url ?? ''];
      response.writeHead(body === undefined ? 404 : 200).end(body);
    });
  });

  afterEach(async () => {
    await server.stop();
    rmSync(directory, { recursive: true });
  });

  async function leap(...args: string[]): Promise<KeptCli> {
    const cli = new KeptCli({
      config: { catalogUrls: [server.url()], cacheDirectory: directory }
    });
    const program = new Command('leap').exitOverride();
    addCatalog(program, cli);
    await program.parseAsync(['catalog', ...args], { from: 'user' });
    return cli;
  }

  it('shows a data set by its id, with the code for what its store is', async () => {
    const { stdout, status } = await leap('show', 'sea-level');

    expect(status).toBe(EXIT.done);
    expect(stdout.text).toContain('Licence  CC-BY-4.0');
    expect(stdout.text).toContain('Maps\\u{1b}[31m (opens from here)');
    expect(stdout.text).toContain('    group = zarr.open_group(url, mode="r")');
  });

  it('finds it by its title too, and says when there is none', async () => {
    const { stdout } = await leap('show', 'Sea Level', '--json');
    const shown = JSON.parse(stdout.text) as Record<string, unknown>;

    expect(shown).toMatchObject({
      id: 'sea-level',
      checks: [{ status: 'anonymous', form: 'zarr2-scattered' }]
    });
    await expect(leap('show', 'snow')).rejects.toMatchObject({
      code: 'not-found'
    });
  });

  it('checks every store, and ends with 3 when one does not open', async () => {
    const { stdout, status } = await leap('check', '--json');

    expect(status).toBe(EXIT.partial);
    expect(JSON.parse(stdout.text)).toMatchObject({
      complete: false,
      total: 2,
      open: 1,
      stores: expect.arrayContaining([
        expect.objectContaining({ dataset: 'rain', status: 'missing' }),
        expect.objectContaining({ dataset: 'sea-level', status: 'anonymous' })
      ]) as unknown
    });
    expect((await leap('check', 'sea-level')).status).toBe(EXIT.done);
  });

  it('prints a line for each store and a sum', async () => {
    const { stdout } = await leap('check');

    expect(stdout.text).toContain('gone.nc: is not there. There is nothing');
    expect(stdout.text).toMatch(/1 of 2 stores open from here\.\n$/);
  });

  it('ends with 3 when part of the catalog cannot be read', async () => {
    const file = join(directory, 'own.json');
    const good = record({ stores: [store({ url: server.url('/a.zarr') })] });
    writeFileSync(file, JSON.stringify([good, {}]));
    const { stderr, status } = await leap('check', '--catalog', file);

    expect(status).toBe(EXIT.partial);
    expect(stderr.text).toContain('left out: 1');
  });
});
