import { readScanConfig } from '../../src/cli/scan-config';
import { leapConfig } from '../support/service/leap-config';

function read(fields: object): ReturnType<typeof readScanConfig> {
  return readScanConfig(JSON.stringify({ ...leapConfig(), ...fields }));
}

describe('what counting a directory needs of the configuration', () => {
  it('is read by either kind of names', () => {
    const expected = {
      homeDirectory: '/home/ann',
      scanConcurrency: 8,
      scanOperationsPerSecond: null
    };

    expect(read(expected)).toEqual(expected);
    expect(
      readScanConfig(
        '{"home_directory":"/home/ann","scan_concurrency":8,"scan_operations_per_second":null}'
      )
    ).toEqual(expected);
  });

  it.each([
    { homeDirectory: 'home' },
    { homeDirectory: 7 },
    { scanConcurrency: -1 },
    { scanConcurrency: 0.5 },
    { scanConcurrency: undefined },
    { scanOperationsPerSecond: '20' },
    { scanOperationsPerSecond: 1e300 }
  ])('is not guessed where it is wrong: %j', fields => {
    expect(read(fields)).toBeNull();
  });

  it.each([undefined, '', 'null', '[]', '7', '{"homeDirectory":'])(
    'is not guessed from %j',
    text => {
      expect(readScanConfig(text)).toBeNull();
    }
  );
});
