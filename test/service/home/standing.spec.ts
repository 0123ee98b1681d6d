import {
  isKept,
  isWritable,
  roomOnDisk,
  type StandingFiles
} from '../../../src/service/home/standing';
import { leapConfig } from '../../support/service/leap-config';

const OVERLAY = 0x794c_7630;
const NFS = 0x6969;
const HUB: Record<string, string> = { JUPYTERHUB_SERVICE_PREFIX: '/user/ann/' };

interface IMachine {
  homeDevice: number;
  rootDevice: number;
  rootType: number;
  access: string | null;
}

/** A machine with these devices, as far as the questions go. */
function machine({
  homeDevice = 1,
  rootDevice = 1,
  rootType = OVERLAY,
  access = null
}: Partial<IMachine>): StandingFiles {
  return {
    access: () =>
      access === null
        ? Promise.resolve()
        : Promise.reject(Object.assign(new Error(access), { code: access })),
    stat: (path: string) =>
      Promise.resolve({ dev: path === '/' ? rootDevice : homeDevice }),
    statfs: () => Promise.resolve({ type: rootType })
  } as unknown as StandingFiles;
}

const kept = (
  files: StandingFiles,
  options: { env?: Record<string, string>; homeKept?: boolean } = {}
): Promise<boolean> => {
  const { env = HUB, homeKept = null } = options;
  return isKept({ config: leapConfig({ homeKept }), env }, files);
};

describe('A home', () => {
  it('is not kept among the files of a hub’s container', async () => {
    expect(await kept(machine({}))).toBe(false);
  });

  it.each([
    ['a volume of its own', machine({ homeDevice: 7 })],
    ['a machine whose root is a disk', machine({ rootType: 0xef53 })],
    ['a root on NFS', machine({ rootType: NFS })]
  ])('is kept on %s', async (_, files) => {
    expect(await kept(files)).toBe(true);
  });

  it('is kept where no hub started the server', async () => {
    expect(await kept(machine({}), { env: {} })).toBe(true);
  });

  it('is kept, or not, as the operator says', async () => {
    expect(await kept(machine({}), { homeKept: true })).toBe(true);
    const own = machine({ homeDevice: 7 });
    expect(await kept(own, { homeKept: false, env: {} })).toBe(false);
  });

  it('is not called lost when it cannot be looked at', async () => {
    const gone = {
      ...machine({}),
      stat: () => Promise.reject(new Error('gone'))
    } as unknown as StandingFiles;
    expect(await kept(gone)).toBe(true);
  });

  it.each(['EROFS', 'EACCES', 'EPERM'])(
    'B41 cannot be written after %s',
    async code => {
      expect(await isWritable('/home/ann', machine({ access: code }))).toBe(
        false
      );
    }
  );

  it.each([null, 'ENOENT', 'EIO'])(
    'is not called read-only after %s',
    async code => {
      expect(await isWritable('/home/ann', machine({ access: code }))).toBe(
        true
      );
    }
  );

  const disk = (room: { bavail: number; blocks: number }): StandingFiles =>
    ({
      statfs: () => Promise.resolve({ bsize: 4096, ...room })
    }) as unknown as StandingFiles;

  it.each([
    ['the last block', { bavail: 0, blocks: 1000 }, true, 0],
    [
      'room for a few small files',
      { bavail: 200, blocks: 1000 },
      true,
      819_200
    ],
    ['room', { bavail: 300, blocks: 1000 }, false, 1_228_800],
    ['no word on its size', { bavail: 0, blocks: 0 }, false, null]
  ])('B40 on a disk with %s', async (_, room, diskFull, diskFreeBytes) => {
    expect(await roomOnDisk('/home/ann', disk(room))).toEqual({
      diskFull,
      diskFreeBytes
    });
  });

  it('is not called full when its disk cannot be asked', async () => {
    const silent = {
      statfs: () => Promise.reject(new Error('ESTALE'))
    } as unknown as StandingFiles;
    expect(await roomOnDisk('/home/ann', silent)).toEqual({
      diskFull: false,
      diskFreeBytes: null
    });
  });
});
