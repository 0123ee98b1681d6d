import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { EXIT } from '../../src/cli/context';
import { addSearch } from '../../src/cli/search';
import {
  describeWithHubCatalog,
  HUB_CATALOG,
  record,
  store
} from '../support/catalog/records';
import { KeptCli } from '../support/cli/kept-cli';
import { WebServer } from '../support/web/web-server';

interface IAnswer {
  query: string;
  total: number;
  hits: { title: string; score: number }[];
  state: string;
  skippedCount: number;
}

describe('leap search', () => {
  let directory: string;
  let file: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'leap-search-'));
    file = join(directory, 'catalog.json');
    writeFileSync(
      file,
      JSON.stringify([
        record({ title: 'Altimeters', stores: [store(), store()] }),
        record({ title: 'Rain', description: 'Daily precipitation.' })
      ])
    );
  });

  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  async function leap(
    args: readonly string[],
    catalogUrls: readonly string[] = []
  ): Promise<KeptCli> {
    const cli = new KeptCli({
      config: { catalogUrls: [...catalogUrls], cacheDirectory: directory }
    });
    const program = new Command('leap')
      .exitOverride()
      .configureOutput({ writeErr: () => undefined });
    addSearch(program, cli);
    await program.parseAsync(['search', ...args], { from: 'user' });
    return cli;
  }

  function json(cli: KeptCli): IAnswer {
    return JSON.parse(cli.stdout.text) as IAnswer;
  }

  it('prints query, total and hits with --json', async () => {
    const cli = await leap(['sea', 'level', '--catalog', file, '--json']);

    expect(json(cli)).toMatchObject({
      query: 'sea level',
      total: 1,
      hits: [{ title: 'Altimeters' }],
      state: 'live',
      source: file,
      skippedCount: 0
    });
    expect(json(cli).hits[0]?.score).toBeGreaterThan(0);
    expect(cli.status).toBe(EXIT.done);
    expect(cli.stderr.text).toBe('');
  });

  it('prints a title and a line about each data set', async () => {
    const { stdout } = await leap(['altimeters', '--catalog', file]);

    expect(stdout.text).toBe(
      'Altimeters\n  Sea surface height from altimeters.\n  2 stores, zarr\n'
    );
  });

  it('reads a file:// address', async () => {
    const cli = await leap([
      'rainfall',
      '--json',
      '--catalog',
      pathToFileURL(file).href
    ]);

    expect(json(cli).hits[0]?.title).toBe('Rain');
  });

  it('reads a web address, on this machine too, since its user named it', async () => {
    const server = await WebServer.start((_, response) => {
      response.end(JSON.stringify([record({ title: 'Served' })]));
    });
    const cli = await leap(['served', '--json', '--catalog', server.url()]);
    await server.stop();

    expect(json(cli)).toMatchObject({ state: 'live', total: 1 });
  });

  it('searches the configured catalog, and its kept copy when it is down', async () => {
    const server = await WebServer.start((_, response) => {
      response.end(JSON.stringify([record({ title: 'Served' })]));
    });
    const url = server.url();
    const live = await leap(['served', '--json'], [url]);
    await server.stop();
    const kept = await leap(['served', '--json'], [url]);

    expect(json(live)).toMatchObject({ state: 'live', total: 1 });
    expect(json(kept)).toMatchObject({ state: 'kept', total: 1 });
    expect(kept.stderr.text).toMatch(/refuses the connection.*the copy of 20/);
    expect(kept.status).toBe(EXIT.done);
  });

  it('says that it searched the sample, and ends with 3', async () => {
    const cli = await leap(['sea', '--json'], []);

    expect(json(cli).state).toBe('sample');
    expect(cli.stderr.text).toContain('do not exist');
    expect(cli.status).toBe(EXIT.partial);
  });

  it('B54 leaves a broken record out, says so, and ends with 3', async () => {
    writeFileSync(file, JSON.stringify([null, record()]));
    const cli = await leap(['sea', '--json', '--catalog', file]);

    expect(json(cli)).toMatchObject({ total: 1, skippedCount: 1 });
    expect(cli.stderr.text).toContain('left out: 1');
    expect(cli.status).toBe(EXIT.partial);
  });

  it.each([
    ['B52 cut off', '[{"title":'],
    ['B53 a web page', '<html>'],
    ['B54 an object', '{}']
  ])('fails with a sentence on a catalog that is %s', async (_, text) => {
    writeFileSync(file, text);
    await expect(leap(['x', '--catalog', file])).rejects.toMatchObject({
      code: 'bad-upstream'
    });
  });

  it('fails on a named catalog that does not answer, and shows no sample', async () => {
    await expect(
      leap(['x', '--catalog', 'http://127.0.0.1:9/'])
    ).rejects.toThrow(/connection/);
    await expect(
      leap(['x', '--catalog', join(directory, 'none')])
    ).rejects.toThrow(/There is no file/);
    await expect(
      leap(['x', '--catalog', 'file://host/x'])
    ).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('says when nothing is found', async () => {
    const cli = await leap(['qqqqqq', '--catalog', file]);

    expect(cli.stdout.text).toContain('Nothing found.');
    expect(cli.status).toBe(EXIT.done);
  });

  it('says how many it does not print', async () => {
    const { stdout } = await leap(['daily', '--limit', '1', '--catalog', file]);

    expect(stdout.text).toContain('1 more: use --limit.');
  });

  it('takes no limit that is no number', async () => {
    await expect(
      leap(['x', '--limit', '-1', '--catalog', file])
    ).rejects.toMatchObject({ exitCode: 1 });
  });

  describe('with a place and years', () => {
    const titles = (cli: KeptCli): string[] =>
      json(cli).hits.map(({ title }) => title);

    beforeEach(() => {
      writeFileSync(
        file,
        JSON.stringify([
          record({ title: 'Rain of Peru', description: 'From 1981 to 2016.' }),
          record({
            title: 'Rain of Europe',
            description: 'From 1950 to 2022.'
          }),
          record({ title: 'Rain, global', description: 'From 1996 to 2025.' }),
          record({ title: 'Rain', description: 'Somewhere, at some time.' })
        ])
      );
    });

    it.each([
      ['Peru', ['Rain of Peru', 'Rain, global']],
      ['south america', ['Rain of Peru', 'Rain, global']],
      ['EUROPE', ['Rain of Europe', 'Rain, global']],
      ['global', ['Rain, global']]
    ])('finds what holds %s', async (region, expected) => {
      const cli = await leap([
        'rain',
        '--region',
        region,
        '--json',
        '--catalog',
        file
      ]);

      expect(titles(cli).sort()).toEqual(expected);
      expect(json(cli)).toMatchObject({ notKnown: { region: 1, years: 0 } });
      expect(cli.stderr.text).toContain('nothing says where they lie: 1');
    });

    it.each([
      ['1996-2020', ['Rain of Europe', 'Rain, global']],
      ['1960-', ['Rain of Europe']],
      ['-2025', ['Rain, global']],
      ['1985', ['Rain of Europe', 'Rain of Peru']]
    ])('finds what covers %s', async (years, expected) => {
      const cli = await leap([
        'rain',
        '--years',
        years,
        '--json',
        '--catalog',
        file
      ]);

      expect(titles(cli).sort()).toEqual(expected);
      expect(json(cli)).toMatchObject({ notKnown: { region: 0, years: 1 } });
      expect(cli.stderr.text).toContain('which years they have: 1');
    });

    it('finds what fits both', async () => {
      const cli = await leap([
        'rain',
        '--years=1981-2016',
        '--region=Peru',
        '--catalog',
        file
      ]);

      expect(cli.stdout.text).toMatch(/^Rain of Peru\n/);
      expect(cli.stdout.text).not.toContain('Rain, global');
    });

    it.each([
      ['--region', 'atlantis', /No region is called so/],
      ['--region', '', /No region is called so/],
      ['--years', '2019-1993', /the first one first/],
      ['--years', '-', /Years are written/],
      ['--years', 'soon', /Years are written/],
      ['--years', '19930101-20190101', /Years are written/]
    ])('takes no %s %j', async (option, value, message) => {
      await expect(
        leap(['rain', option, value, '--catalog', file])
      ).rejects.toThrow(message);
    });
  });

  it('B60 takes 10 kB of text and lets none of it command the terminal', async () => {
    writeFileSync(
      file,
      JSON.stringify([
        record({ title: 'evil \u001b]0;owned\u0007 \u202e sea' })
      ])
    );
    const text = await leap(['sea', '--catalog', file]);
    const long = await leap(['sea '.repeat(2500), '--json', '--catalog', file]);

    expect(text.stdout.text.replaceAll('\n', '')).not.toMatch(
      /[\p{Cc}\p{Cf}]/u
    );
    expect(json(long).total).toBe(1);
  });
});

describeWithHubCatalog('leap search in the hub’s catalog', () => {
  it('finds altimetry for "sea surface hight"', async () => {
    const cli = new KeptCli();
    const program = new Command('leap').exitOverride();
    addSearch(program, cli);
    await program.parseAsync(
      ['search', 'sea surface hight', '--json', '--catalog', HUB_CATALOG],
      { from: 'user' }
    );
    const { hits } = JSON.parse(cli.stdout.text) as IAnswer;

    expect(hits[0]?.title).toMatch(/altimetry/);
    expect(cli.status).toBe(EXIT.done);
  });
});
