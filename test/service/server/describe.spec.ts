import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeServer } from '../../../src/service/server/describe';
import { findGpus } from '../../../src/service/image/gpus';
import { leapConfig } from '../../support/service/leap-config';

const NOWHERE = { proc: '/nowhere/proc', dev: '/nowhere/dev', pid: 1 };

function describeWith(env: Record<string, string>) {
  const context = { config: leapConfig(), env, now: () => new Date() };
  return describeServer(context, NOWHERE);
}

describe('describeServer', () => {
  it('names a server of a hub with its user and image', async () => {
    expect(
      await describeWith({
        JUPYTERHUB_SERVICE_PREFIX: '/user/funky-user/gpu/',
        JUPYTERHUB_USER: 'funky-user',
        JUPYTERHUB_SERVER_NAME: 'gpu',
        JUPYTER_IMAGE_SPEC: 'quay.io/pangeo/ml-notebook:2026.06.04'
      })
    ).toMatchObject({
      onHub: true,
      user: 'funky-user',
      name: 'gpu',
      image: 'ml-notebook:2026.06.04',
      gpus: [],
      startedAt: null
    });
  });

  it('says until when the hub lets it run', async () => {
    const context = {
      config: leapConfig({ serverMaxSeconds: 604_800 }),
      env: { JUPYTERHUB_SERVICE_PREFIX: '/user/ann/' },
      now: () => new Date()
    };
    // On a hub the first process is the container's: here, this machine's.
    const machine = { proc: '/proc', dev: '/dev', pid: 1 };
    const { startedAt, stopsBy } = await describeServer(context, machine);

    expect(startedAt).not.toBeNull();
    expect(Date.parse(stopsBy ?? '') - Date.parse(startedAt ?? '')).toBe(
      604_800_000
    );
    const idle = await describeServer(
      {
        ...context,
        config: leapConfig({ serverIdleSeconds: 3600, kernelIdleSeconds: 60 })
      },
      machine
    );
    expect(idle).toMatchObject({
      stopsBy: null,
      serverIdleSeconds: 3600,
      kernelIdleSeconds: 60
    });
    const elsewhere = await describeServer({ ...context, env: {} }, machine);
    expect(elsewhere.stopsBy).toBeNull();
  });

  it('says what it does not know without a hub', async () => {
    expect(await describeWith({})).toEqual({
      onHub: false,
      user: null,
      name: '',
      image: null,
      startedAt: null,
      stopsBy: null,
      serverIdleSeconds: null,
      kernelIdleSeconds: null,
      gpus: [],
      links: [],
      support: {
        name: 'the person who runs this hub',
        url: null,
        email: null
      }
    });
  });

  it('passes odd names on as they are, bounded', async () => {
    const odd = '<img src=x>\u202e\n';
    const { user, name, image } = await describeWith({
      JUPYTERHUB_USER: odd,
      JUPYTERHUB_SERVER_NAME: odd.repeat(100),
      JUPYTER_IMAGE_SPEC: odd
    });
    expect(user).toBe(odd.trim());
    expect(name).toHaveLength(256);
    expect(image).toBe(odd);
  });
});

describe('findGpus', () => {
  it('lists those whose device this server was given', async () => {
    const root = await mkdtemp(join(tmpdir(), 'leap-gpu-'));
    for (const minor of [0, 1]) {
      const slot = join(root, 'proc/driver/nvidia/gpus', `0000:0${minor}:00.0`);
      await mkdir(slot, { recursive: true });
      await writeFile(
        join(slot, 'information'),
        `Model: \t\t Tesla T4\nIRQ:   \t\t 24\nDevice Minor: \t ${minor}\n`
      );
    }
    await mkdir(join(root, 'dev'));
    await writeFile(join(root, 'dev/nvidia1'), '');

    const found = await findGpus(join(root, 'proc'), join(root, 'dev'));
    await rm(root, { recursive: true });
    expect(found).toEqual(['Tesla T4']);
  });
});
