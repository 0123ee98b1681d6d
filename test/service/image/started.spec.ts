import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProcess, startOf } from '../../../src/service/image/processes';
import { serverStart } from '../../../src/service/image/started';

const BOOT_SECONDS = 1_780_000_000;
const NOW = new Date((BOOT_SECONDS + 100_000) * 1000);

describe('serverStart', () => {
  let proc: string;

  beforeEach(async () => {
    proc = await mkdtemp(join(tmpdir(), 'leap-proc-'));
    await writeFile(join(proc, 'stat'), `cpu 1 2\nbtime ${BOOT_SECONDS}\n`);
  });

  afterEach(() => rm(proc, { recursive: true }));

  async function process(
    pid: number,
    parent: number,
    args: string[],
    startSeconds = pid
  ): Promise<void> {
    const between = Array.from({ length: 17 }, () => '0').join(' ');
    await mkdir(join(proc, String(pid)));
    await writeFile(
      join(proc, String(pid), 'stat'),
      `${pid} (odd ) (name) S ${parent} ${between} ${startSeconds * 100} 0 0\n`
    );
    await writeFile(
      join(proc, String(pid), 'cmdline'),
      args.map(arg => `${arg}\0`).join('')
    );
  }

  function start(pid: number, isHub: boolean): Promise<Date | null> {
    return serverStart({ proc, pid, isHub, now: NOW });
  }

  it.each([
    [['/env/bin/python3.12', '/env/bin/jupyterhub-singleuser', '--port=1']],
    [['/env/bin/python', '/env/bin/jupyter-lab']],
    [['python3', '-m', 'jupyterlab', '--no-browser']],
    [['python3', '-m', 'jupyterhub.singleuser']]
  ])('is the start of the Jupyter server above, run as %j', async args => {
    await process(1, 0, ['tini']);
    await process(70, 1, args);
    await process(80, 70, ['bash']);
    await process(90, 80, ['node', 'main.cjs', 'image']);

    expect(await start(90, true)).toEqual(new Date((BOOT_SECONDS + 70) * 1000));
  });

  it('takes no kernel for the server', async () => {
    await process(70, 0, ['python', '-m', 'jupyterlab']);
    await process(80, 70, [
      'python',
      '-m',
      'ipykernel_launcher',
      '-f',
      '/home/x/jupyter-lab/kernel.json'
    ]);
    await process(90, 80, ['node']);

    expect(await start(90, false)).toEqual(
      new Date((BOOT_SECONDS + 70) * 1000)
    );
  });

  it("is the container's start on a hub when no Jupyter server is above", async () => {
    await process(1, 0, ['tini']);
    await process(90, 1, ['node']);

    expect(await start(90, true)).toEqual(new Date((BOOT_SECONDS + 1) * 1000));
  });

  it('is unknown elsewhere, where process 1 is the whole machine', async () => {
    await process(1, 0, ['init']);
    await process(90, 1, ['node']);

    expect(await start(90, false)).toBeNull();
  });

  it('is unknown when the machine says nonsense', async () => {
    await process(70, 0, ['jupyter-lab'], 200_000);
    expect(await start(70, false)).toBeNull();

    await writeFile(join(proc, 'stat'), 'btime 0\n');
    expect(await start(70, false)).toBeNull();

    await rm(join(proc, 'stat'));
    expect(await start(70, false)).toBeNull();
  });

  it('is unknown without a process table, and ends in one that runs in a circle', async () => {
    expect(await start(12, true)).toBeNull();

    await process(20, 21, ['a']);
    await process(21, 20, ['b']);
    expect(await start(20, false)).toBeNull();
  });

  it('reads a process of this machine', async () => {
    const child = spawn('cat', { stdio: ['pipe', 'pipe', 'ignore'] });
    child.stdin.write('up\n');
    await once(child.stdout, 'data');

    const record = await readProcess('/proc', child.pid ?? 0);
    const started = record && (await startOf('/proc', record, new Date()));
    child.stdin.end();

    expect(record?.args).toEqual(['cat']);
    expect(started).toBeInstanceOf(Date);
  });
});
