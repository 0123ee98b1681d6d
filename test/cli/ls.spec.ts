import { Command } from 'commander';
import { EXIT } from '../../src/cli/context';
import { addLs } from '../../src/cli/ls';
import { KeptCli } from '../support/cli/kept-cli';
import { startEmulator, type Emulator } from '../support/gcs/emulator';
import { flat } from '../support/gcs/layouts';

const scratch = {
  name: 'leap-scratch',
  title: 'Scratch',
  access: 'own-folder',
  deleteAfterDays: 7,
  ownFolderVariable: null
} as const;

describe('leap ls', () => {
  let emulator: Emulator;

  beforeEach(async () => {
    emulator = await startEmulator();
    emulator.createBucket('leap-scratch', { lifecycleAgeDays: 7 });
  });

  afterEach(() => emulator.close());

  const leap = async (...args: string[]): Promise<KeptCli> => {
    const cli = new KeptCli({
      config: { storageEndpoint: emulator.url, buckets: [scratch] }
    });
    const program = new Command('leap').exitOverride();
    addLs(program, cli);
    await program.parseAsync(['ls', ...args], { from: 'user' });
    return cli;
  };
  const entries = ({ stdout }: KeptCli): { name: string }[] =>
    (JSON.parse(stdout.text) as { entries: { name: string }[] }).entries;

  it('B71 reads what the reader pays for with the project that is named alone', async () => {
    emulator.createBucket('paid', { requesterPays: true });
    emulator.put('paid', 'sst.zarr/.zgroup', '{}');
    emulator.put('paid', 'run.nc', 'abc');
    await expect(leap('gs://paid/')).rejects.toMatchObject({
      code: 'requester-pays'
    });
    const paid = ['--billing-project', 'my-project', '--json'];
    expect(entries(await leap('gs://paid/', ...paid))).toMatchObject([
      { kind: 'dataset', name: 'sst.zarr/' },
      { kind: 'object', name: 'run.nc' }
    ]);
    expect(entries(await leap('gs://paid/run.nc', ...paid))).toHaveLength(1);
    await expect(
      leap('gs://paid/', '--billing-project', 'x&y=z')
    ).rejects.toThrow(/id of a project/);
  });

  it('prints folders, data sets and objects with --json', async () => {
    const createdAt = new Date('2026-11-19T15:00:00Z');
    emulator.put('leap-scratch', 'ann/sst.zarr/.zgroup', '{}', {
      createdAt: new Date('2026-11-18T15:00:00Z')
    });
    emulator.put('leap-scratch', 'ann/figures/a.png');
    emulator.put('leap-scratch', 'ann/run.nc', 'abc', { createdAt });
    const cli = await leap('gs://leap-scratch/ann/', '--json');
    expect(JSON.parse(cli.stdout.text)).toEqual({
      url: 'gs://leap-scratch/ann/',
      problem: null,
      complete: true,
      entries: [
        {
          kind: 'prefix',
          name: 'figures/',
          bytes: null,
          updatedAt: null,
          deletedOn: null,
          format: null
        },
        {
          kind: 'dataset',
          name: 'sst.zarr/',
          bytes: null,
          updatedAt: null,
          deletedOn: '2026-11-25',
          format: 'zarr2'
        },
        {
          kind: 'object',
          name: 'run.nc',
          bytes: 3,
          updatedAt: '2026-11-19T15:00:00.000Z',
          deletedOn: '2026-11-26',
          format: null
        }
      ]
    });
    expect(cli.status).toBe(EXIT.done);
  });

  it('lists a folder that is named without its slash', async () => {
    emulator.put('leap-scratch', 'ann/run.nc');
    emulator.put('leap-scratch', 'anna/run.nc');
    const cli = await leap('gs://leap-scratch/ann', '--json');
    expect(JSON.parse(cli.stdout.text)).toMatchObject({
      url: 'gs://leap-scratch/ann/',
      entries: [{ name: 'run.nc' }]
    });
  });

  it('lists one object, in a folder of many', async () => {
    emulator.generate('leap-scratch', flat({ count: 3500 }));
    const cli = await leap('gs://leap-scratch/part-3333.nc', '--json');
    expect(entries(cli)).toMatchObject([{ name: 'part-3333.nc' }]);
    expect(cli.status).toBe(EXIT.done);
  });

  it('lists all of 3,500 objects with --all', async () => {
    emulator.generate('leap-scratch', flat({ count: 3500 }));
    const cli = await leap('gs://leap-scratch', '--all', '--json');
    expect(entries(cli)).toHaveLength(3500);
    expect(cli.status).toBe(EXIT.done);
  });

  it('says that there is more without --all, and ends with 3', async () => {
    emulator.generate('leap-scratch', flat({ count: 3500 }));
    const cli = await leap('gs://leap-scratch', '--json');
    expect(JSON.parse(cli.stdout.text)).toMatchObject({ complete: false });
    expect(entries(cli)).toHaveLength(1000);
    expect(cli.stderr.text).toContain('--all');
    expect(cli.status).toBe(EXIT.partial);
  });

  it('prints what came before a failure, says so, and ends with 3', async () => {
    emulator.generate('leap-scratch', flat({ count: 3500 }));
    emulator.fault({ name: 'not-found', nth: 3, times: Infinity });
    const cli = await leap('gs://leap-scratch', '--all', '--json');
    expect(entries(cli)).toHaveLength(2000);
    expect(cli.stderr.text).toContain('did not find this');
    expect(cli.status).toBe(EXIT.partial);
  });

  it('reads like ls -l without --json', async () => {
    const createdAt = new Date('2026-11-19T15:00:00Z');
    emulator.put('leap-scratch', 'sst.zarr/zarr.json', '{}', { createdAt });
    emulator.put('leap-scratch', 'run.nc', 'x'.repeat(1234), { createdAt });
    expect((await leap('gs://leap-scratch')).stdout.text).toBe(
      'zarr3  -                 until 2026-11-26  sst.zarr/\n' +
        ' 1234  2026-11-19 15:00  until 2026-11-26  run.nc\n'
    );
  });

  it('B11 B12 lets no name command the terminal', async () => {
    const name = 'a\u001b[31m\u202e\u0007';
    emulator.put('leap-scratch', name);
    const text = await leap('gs://leap-scratch');
    const json = await leap('gs://leap-scratch', '--json');
    expect(text.stdout.text).not.toMatch(/[\u001b\u202e\u0007]/);
    expect(json.stdout.text).not.toMatch(/[\u001b\u202e\u0007]/);
    expect(entries(json)[0]?.name).toBe(name);
  });

  it.each([
    ['an object that is not there', 'gs://leap-scratch/no', /There is no gs:/],
    ['a bucket that is not there', 'gs://no-such-bucket', /no bucket gs:/],
    ['what is no reference', 'leap-scratch', /Write the place as gs:/]
  ])('fails with a sentence for %s', async (_, url, sentence) => {
    await expect(leap(url)).rejects.toThrow(sentence);
  });
});
