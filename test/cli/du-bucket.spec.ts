import { EXIT } from '../../src/cli/context';
import { duBucket } from '../../src/cli/du-bucket';
import { humanBytes } from '../../src/cli/human-bytes';
import { KeptCli } from '../support/cli/kept-cli';
import { startEmulator, type Emulator } from '../support/gcs/emulator';
import { flat } from '../support/gcs/layouts';
import { undocumented } from '../support/cli/undocumented-fields';

describe('leap du gs://', () => {
  let emulator: Emulator;

  beforeEach(async () => {
    emulator = await startEmulator();
    emulator.createBucket('leap-scratch');
  });

  afterEach(() => emulator.close());

  const leap = async (
    url: string,
    options: Parameters<typeof duBucket>[2] = {},
    surroundings: ConstructorParameters<typeof KeptCli>[0] = {}
  ): Promise<KeptCli> => {
    const cli = new KeptCli({
      ...surroundings,
      config: { storageEndpoint: emulator.url }
    });
    await duBucket(cli, url, options);
    return cli;
  };

  it('prints bytes, objects and children with --json', async () => {
    emulator.put('leap-scratch', 'ann/a.nc', 'abc');
    emulator.put('leap-scratch', 'ann/d/b.nc', 'abcde');
    emulator.put('leap-scratch', 'anna/x', 'not counted');
    const cli = await leap('gs://leap-scratch/ann', { json: true });
    expect(JSON.parse(cli.stdout.text)).toMatchObject({
      url: 'gs://leap-scratch/ann/',
      bytes: 8,
      objects: 2,
      complete: true,
      children: [
        { name: 'd/', bytes: 5, objects: 1 },
        { name: 'a.nc', bytes: 3, objects: 1 }
      ]
    });
    expect(cli.status).toBe(EXIT.done);
    expect(undocumented(JSON.parse(cli.stdout.text))).toEqual([]);
    const sum = await leap('gs://leap-scratch/ann', { depth: 0 });
    expect(sum.stdout.text).toBe('8\tgs://leap-scratch/ann/\n');
  });

  it('B71 counts what the reader pays for with the project that is named', async () => {
    emulator.createBucket('paid', { requesterPays: true });
    emulator.put('paid', 'a', 'abc');
    await expect(leap('gs://paid')).rejects.toMatchObject({
      code: 'requester-pays'
    });
    const { stdout } = await leap('gs://paid', {
      billingProject: 'my-project'
    });
    expect(stdout.text).toContain('3\tgs://paid/');
  });

  it('reads like du -h | sort -h without --json', async () => {
    emulator.put('leap-scratch', 'a/x', 'x'.repeat(2048));
    emulator.put('leap-scratch', 'b/x', 'x'.repeat(100));
    const { stdout } = await leap('gs://leap-scratch');
    expect(stdout.text).toBe(
      '100\tgs://leap-scratch/b/\n' +
        '2.0K\tgs://leap-scratch/a/\n' +
        '2.1K\tgs://leap-scratch/\n'
    );
  });

  it('names only the biggest when so many are asked for', async () => {
    for (const name of ['a', 'bb', 'ccc']) {
      emulator.put('leap-scratch', name, name);
    }
    const cli = await leap('gs://leap-scratch', { json: true, top: 1 });
    expect(JSON.parse(cli.stdout.text)).toMatchObject({
      bytes: 6,
      children: [{ name: 'ccc' }]
    });
  });

  it('keeps to the requests at once that are asked for', async () => {
    emulator.generate('leap-scratch', flat({ count: 50_000 }));
    emulator.latencyMs = 5;
    await leap('gs://leap-scratch', { concurrency: 3 });
    expect(emulator.mostInFlight).toBe(3);
  });

  it('prints at least what it counted before a failure, and ends with 3', async () => {
    emulator.generate('leap-scratch', flat({ count: 50_000 }));
    emulator.fault({ name: 'not-found', nth: 20, times: Infinity });
    const cli = await leap('gs://leap-scratch', { json: true });
    expect(JSON.parse(cli.stdout.text)).toMatchObject({
      complete: false,
      objects: expect.any(Number) as number
    });
    expect(cli.stderr.text).toContain('at least this much');
    expect(cli.status).toBe(EXIT.partial);
  });

  it('shows how far it is on a terminal alone', async () => {
    emulator.generate('leap-scratch', flat({ count: 30_000 }));
    emulator.latencyMs = 40;
    const options = { concurrency: 2 };
    const quiet = await leap('gs://leap-scratch', options);
    const loud = await leap('gs://leap-scratch', options, { isTerminal: true });
    expect(quiet.stderr.text).toBe('');
    expect(loud.stderr.text).toMatch(/[\d,]+ objects, .* so far/);
  });

  it.each([
    ['a folder that is not there', 'gs://leap-scratch/no/', /no folder/],
    ['a bucket that is not there', 'gs://no-such-bucket', /no bucket/],
    ['what is no reference', 'gs:/x', /two slashes/]
  ])('fails with a sentence for %s', async (_, url, sentence) => {
    await expect(leap(url)).rejects.toThrow(sentence);
  });
});

describe('humanBytes', () => {
  it.each([
    [0, '0'],
    [1023, '1023'],
    [1024, '1.0K'],
    [1025, '1.1K'],
    [10_240, '10K'],
    [1024 ** 2 - 1, '1.0M'],
    [1.5 * 1024 ** 3, '1.5G'],
    [2 ** 53, '8.0P']
  ])('writes %d as du does: %s', (bytes, text) => {
    expect(humanBytes(bytes)).toBe(text);
  });
});
