import { describeLargest } from '../../../src/service/home/largest';
import { HomeLargest, type LargeData } from '../../../src/contract';
import { leapConfig } from '../../support/service/leap-config';
import { usage } from '../../support/home/usage-answers';

const SCAN = {
  usage: usage(),
  snapshot: null,
  large: {
    files: [
      {
        path: 'runs/a.nc',
        usedBytes: 3_000_000_000,
        changedAt: '2026-11-01T00:00:00Z',
        format: 'hdf5' as const
      }
    ],
    stores: [],
    oldest: []
  }
};

const SCRATCH = {
  name: 'leap-scratch',
  title: 'Scratch',
  access: 'own-folder' as const,
  deleteAfterDays: 7,
  ownFolderVariable: null
};

const PERSISTENT = {
  ...SCRATCH,
  name: 'leap-persistent',
  title: 'Persistent',
  deleteAfterDays: null
};

describe('home/largest', () => {
  const env = { JUPYTERHUB_USER: 'octo-cat' };

  it('sends data to the own folder of a bucket that keeps it', () => {
    const config = leapConfig({ buckets: [SCRATCH, PERSISTENT] });

    const answer = HomeLargest.parse(describeLargest({ config, env }, SCAN));

    expect(answer.bucketUrl).toBe('gs://leap-persistent/octo-cat/');
    expect(answer.files).toEqual(SCAN.large.files);
  });

  it.each([
    ['scratch alone is there', [SCRATCH], env],
    ['nobody says whose server this is', [PERSISTENT], {}]
  ])('names no bucket where %s', (_, buckets, variables) => {
    const config = leapConfig({ buckets });

    const answer = HomeLargest.parse(
      describeLargest({ config, env: variables }, SCAN)
    );

    expect(answer.bucketUrl).toBeNull();
  });

  it('goes by the size that the hub sets, also where the last count went by another one', () => {
    const store = { ...SCAN.large.files[0], format: 'zarr' as const };
    const large = {
      ...SCAN.large,
      stores: [
        { ...store, path: 'small.zarr', usedBytes: 4_000_000_000 },
        { ...store, path: 'large.zarr', usedBytes: 5_000_000_000 }
      ] as LargeData[]
    };
    const config = leapConfig({ largeDataBytes: 5_000_000_000 });

    const answer = describeLargest({ config, env }, { ...SCAN, large });

    expect(answer.dataBytes).toBe(5_000_000_000);
    expect(answer.stores.map(({ path }) => path)).toEqual(['large.zarr']);
  });

  it('says that the home was never counted, and never that nothing is large', () => {
    expect(() => describeLargest({ config: leapConfig(), env }, null)).toThrow(
      'has to be counted first'
    );
  });
});
