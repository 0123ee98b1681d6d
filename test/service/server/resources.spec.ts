import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCpu } from '../../../src/service/server/cpu';
import { findControlGroup } from '../../../src/service/server/hierarchy';
import { readMemory } from '../../../src/service/server/memory';
import { ControlGroups } from '../../support/server/control-groups';

const MEMORY = {
  'memory.current': '2147483648\n',
  'memory.max': '8589934592\n',
  'memory.stat': 'anon 1\ninactive_file 147483648\nactive_file 5\n'
};

const POD = '/kubepods/burstable/pod1/c1';

describe('memory and processor of this server', () => {
  let groups: ControlGroups;

  beforeEach(async () => {
    groups = await ControlGroups.create();
  });

  afterEach(() => groups.remove());

  it('agrees with a container of version 2', async () => {
    await groups.container({
      ...MEMORY,
      'cpu.max': '400000 100000\n',
      'cpu.stat': 'usage_usec 12500000\nuser_usec 1\n'
    });

    expect(await readMemory(groups.proc, {})).toEqual({
      usedBytes: 2_000_000_000,
      reclaimableBytes: 147_483_648,
      limitBytes: 8_589_934_592,
      limitSource: 'cgroup',
      problem: null
    });
    expect(await readCpu(groups.proc, {})).toEqual({
      usedSeconds: 12.5,
      limitCores: 4,
      limitSource: 'cgroup',
      problem: null
    });
  });

  it('agrees with a container of version 1 that sees the path on its node', async () => {
    await groups.mount(
      [`8:memory:${POD}`, `3:cpu,cpuacct:${POD}`, '0::/'],
      [
        [POD, 'memory', 'cgroup', 'rw,memory'],
        [POD, 'cpu', 'cgroup', 'rw,cpu,cpuacct']
      ]
    );
    await groups.group('memory', {
      'cgroup.procs': '',
      'memory.usage_in_bytes': '3000\n',
      'memory.limit_in_bytes': '4000\n',
      'memory.stat': 'inactive_file 7\ntotal_inactive_file 1000\n'
    });
    await groups.group('cpu', {
      'cgroup.procs': '',
      'cpu.cfs_quota_us': '50000\n',
      'cpu.cfs_period_us': '100000\n',
      'cpuacct.usage': '2500000000\n'
    });

    expect(await readMemory(groups.proc, {})).toMatchObject({
      usedBytes: 2000,
      reclaimableBytes: 1000,
      limitBytes: 4000
    });
    expect(await readCpu(groups.proc, {})).toMatchObject({
      usedSeconds: 2.5,
      limitCores: 0.5
    });
  });

  it('takes the tightest limit around it, and the use where that holds', async () => {
    await groups.mount(
      ['0::/user.slice/lab.service'],
      [['/', 'cgroup', 'cgroup2', 'rw']]
    );
    await groups.group('cgroup/user.slice', {
      ...MEMORY,
      'cgroup.type': 'domain'
    });
    await groups.group('cgroup/user.slice/lab.service', {
      'cgroup.type': 'domain',
      'memory.current': '1000\n',
      'memory.max': 'max\n'
    });

    expect(await readMemory(groups.proc, {})).toMatchObject({
      usedBytes: 2_000_000_000,
      limitBytes: 8_589_934_592
    });
  });

  it.each([
    ['max', 'max\n'],
    ['the largest number', '9223372036854771712\n']
  ])('knows no limit where the kernel writes %s', async (_name, text) => {
    await groups.container({
      ...MEMORY,
      'memory.max': text,
      'cpu.max': 'max 100000\n',
      'cpu.stat': 'usage_usec 1\n'
    });

    expect(await readMemory(groups.proc, {})).toMatchObject({
      usedBytes: 2_000_000_000,
      limitBytes: null,
      limitSource: null,
      problem: null
    });
    expect(await readCpu(groups.proc, {})).toMatchObject({ limitCores: null });
  });

  it("takes the hub's limit where it is the tighter one", async () => {
    await groups.container({ ...MEMORY, 'cpu.max': '400000 100000' });
    const env = { MEM_LIMIT: '4294967296', CPU_LIMIT: '1.5' };

    expect(await readMemory(groups.proc, env)).toMatchObject({
      limitBytes: 4_294_967_296,
      limitSource: 'MEM_LIMIT'
    });
    expect(await readCpu(groups.proc, env)).toMatchObject({
      limitCores: 1.5,
      limitSource: 'CPU_LIMIT'
    });
    expect(await readMemory(groups.proc, { MEM_LIMIT: '64G' })).toMatchObject({
      limitSource: 'cgroup'
    });
    expect(await readMemory(groups.proc, { MEM_LIMIT: '0' })).toMatchObject({
      limitSource: 'cgroup'
    });
    expect(await readMemory(groups.proc, { MEM_LIMIT: 'lots' })).toMatchObject({
      limitSource: 'cgroup'
    });
  });

  it('names the files that are missing, and never says 0', async () => {
    await groups.container({});

    const memory = await readMemory(groups.proc, {});
    expect(memory.usedBytes).toBeNull();
    expect(memory.problem).toContain('memory.current, memory.max');
    const cpu = await readCpu(groups.proc, {});
    expect(cpu.usedSeconds).toBeNull();
    expect(cpu.problem).toContain('cannot be read');
  });

  it("never takes the whole machine's numbers for its own", async () => {
    await groups.mount(['0::/'], [['/', 'cgroup', 'cgroup2', 'rw']]);
    // The root of version 2 has no type, but an account of all processors.
    await groups.group('cgroup', { 'cpu.stat': 'usage_usec 99\n' });
    expect((await readCpu(groups.proc, {})).usedSeconds).toBeNull();

    await groups.mount(
      ['8:memory:/'],
      [['/', 'memory', 'cgroup', 'rw,memory']]
    );
    await groups.group('memory', {
      'cgroup.procs': '',
      release_agent: '',
      'memory.usage_in_bytes': '9000\n'
    });
    const memory = await readMemory(groups.proc, { MEM_LIMIT: '5000' });
    expect(memory).toMatchObject({
      usedBytes: null,
      limitBytes: 5000,
      limitSource: 'MEM_LIMIT'
    });
    expect(memory.problem).toContain('its own part cannot be told');
  });

  it.each([
    ['no process table', []],
    ['lines that mean nothing', ['x', '8:memory', '::', '0::relative']]
  ])('says so with %s', async (_name, lines) => {
    if (lines.length > 0) {
      await groups.mount(lines, [['/', 'cgroup', 'cgroup2', 'rw']]);
    }
    expect((await readMemory(groups.proc, {})).usedBytes).toBeNull();
  });

  it('stays inside of what is mounted when the path leads out of it', async () => {
    await groups.container({ ...MEMORY });
    await groups.write('proc/self/cgroup', '0::/../../other\n');

    expect(await readMemory(groups.proc, {})).toMatchObject({
      limitBytes: 8_589_934_592
    });
  });

  it('agrees with the control groups of this machine', async () => {
    const group = await findControlGroup('/proc', 'memory');
    const memory = await readMemory('/proc', {});
    const file =
      group?.version === 1 ? 'memory.usage_in_bytes' : 'memory.current';
    const text = group
      ? await readFile(join(group.directories[0] ?? '', file), 'utf8')
      : null;

    const shown = (memory.usedBytes ?? 0) + (memory.reclaimableBytes ?? 0);
    // Nothing stands still between two readings; a wrong group or unit would be far off.
    const expected = text === null ? 0 : Number(text);
    expect(Math.abs(shown - expected)).toBeLessThanOrEqual(0.5 * expected);
    expect(memory.problem === null).toBe(group !== null);
  });
});
