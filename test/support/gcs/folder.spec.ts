import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildSync } from 'esbuild';
import { ask, namesOn } from './calling';
import { startEmulator, type Emulator } from './emulator';
import { loadFolder } from './folder';

describe('A folder of sample buckets', () => {
  let directory: string;
  let gcs: Emulator;
  const now = new Date('2026-11-20T12:00:00Z');

  beforeEach(async () => {
    gcs = await startEmulator();
    directory = await mkdtemp(join(tmpdir(), 'leap-emulator-'));
    await mkdir(join(directory, 'leap-scratch', 'funky-user', 'store.zarr'), {
      recursive: true
    });
    const own = join(directory, 'leap-scratch', 'funky-user');
    await writeFile(join(own, 'a.csv'), '1,2\n');
    await writeFile(join(own, 'store.zarr', '.zgroup'), '{}');
    await writeFile(
      join(directory, 'leap-scratch.json'),
      JSON.stringify({
        options: {
          lifecycleAgeDays: 7,
          grants: [
            { permissions: 'all' },
            { prefix: 'closed/', permissions: 'none' }
          ]
        },
        ages: { '': 2, 'funky-user/store.zarr/': 6.5 },
        objects: [
          { name: 'odd//name\t', text: 'odd', ageDays: 1 },
          { name: 'bytes', base64: '/wA=' }
        ],
        generated: [{ layout: 'flat', count: 1500, prefix: 'many/' }]
      })
    );
    await writeFile(
      join(directory, 'public.json'),
      JSON.stringify({ options: { anonymous: true } })
    );
  });

  afterEach(async () => {
    await gcs.close();
    await rm(directory, { recursive: true });
  });

  const get = (path: string): ReturnType<typeof ask> =>
    ask(gcs, `/storage/v1/b/${path}`);

  it('becomes buckets and objects, dated by the longest prefix that fits', async () => {
    const count = await loadFolder(gcs, directory, now);

    const listed = await get(
      'leap-scratch/o?endOffset=many/&fields=items(name,timeCreated,contentType)'
    );
    expect(count).toBe(1504);
    expect(listed.json['items']).toEqual([
      {
        name: 'bytes',
        contentType: 'application/octet-stream',
        timeCreated: '2026-11-18T12:00:00.000Z'
      },
      {
        name: 'funky-user/a.csv',
        contentType: 'text/csv',
        timeCreated: '2026-11-18T12:00:00.000Z'
      },
      {
        name: 'funky-user/store.zarr/.zgroup',
        contentType: 'application/json',
        timeCreated: '2026-11-14T00:00:00.000Z'
      }
    ]);
    expect(namesOn(await get('leap-scratch/o?prefix=odd'))).toEqual([
      'odd//name\t'
    ]);
    expect((await get('leap-scratch/o/bytes?alt=media')).bytes).toEqual(
      Buffer.from([255, 0])
    );
    expect(namesOn(await get('leap-scratch/o?prefix=many/'))).toHaveLength(
      1000
    );
  });

  it('has the rules and the grants of its sheet', async () => {
    await loadFolder(gcs, directory, now);

    expect((await get('leap-scratch')).json).toHaveProperty('lifecycle');
    expect((await get('leap-scratch/o?prefix=closed/')).status).toBe(403);
    expect((await get('public/o')).status).toBe(200);
  });

  it('is served by a process that ends with its standard input', async () => {
    const program = join(directory, 'emulator.cjs');
    buildSync({
      entryPoints: [join(__dirname, 'main.ts')],
      outfile: program,
      bundle: true,
      platform: 'node'
    });
    const server = spawn(process.execPath, [program, '--data', directory], {
      stdio: ['pipe', 'pipe', 'inherit']
    });

    const [line] = (await once(createInterface(server.stdout), 'line')) as [
      string
    ];
    const ready = JSON.parse(line) as { ready: boolean; url: string };
    const listed = await ask(
      ready,
      '/storage/v1/b/leap-scratch/o?prefix=funky'
    );
    server.stdin.end();
    const [code] = (await once(server, 'exit')) as [number];

    expect(ready.ready).toBe(true);
    expect(namesOn(listed)).toContain('funky-user/a.csv');
    expect(code).toBe(0);
  });
});
