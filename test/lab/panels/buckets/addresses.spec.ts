import { spawnSync } from 'node:child_process';
import {
  copyCommand,
  webAddress
} from '../../../../src/lab/panels/buckets/commands/addresses';

const folder = { bucket: 'leap-scratch', prefix: 'ann/' };

describe('webAddress', () => {
  it.each([
    ['run 3.nc', 'https://storage.googleapis.com/leap-scratch/ann/run%203.nc'],
    [
      'a#b?c%2F',
      'https://storage.googleapis.com/leap-scratch/ann/a%23b%3Fc%252F'
    ],
    ['d/', 'https://storage.googleapis.com/leap-scratch/ann/d/']
  ])('of %s is %s', (name, address) => {
    expect(webAddress(folder, name, null)).toBe(address);
  });

  it('B71 names the project that pays', () => {
    expect(webAddress(folder, 'x', 'my-project')).toBe(
      'https://storage.googleapis.com/leap-scratch/ann/x?userProject=my-project'
    );
    expect(webAddress(folder, 'a//b', 'my-project')).toMatch(
      /\?alt=media&userProject=my-project$/
    );
  });

  it.each(['../x', './x', 'a//b', '/x', '..'])(
    'B01 B04 names %s so that no browser rewrites it',
    name => {
      const address = webAddress(folder, name, null);
      expect(new URL(address).href).toBe(address);
      const encoded = /\/o\/(.*)\?alt=media$/.exec(address)?.[1] ?? '';
      expect(decodeURIComponent(encoded)).toBe(`ann/${name}`);
    }
  );
});

describe('copyCommand', () => {
  it('copies an object here, a folder with all that is in it', () => {
    expect(copyCommand(folder, ['x.nc'], null)).toBe(
      'gcloud storage cp gs://leap-scratch/ann/x.nc .'
    );
    expect(copyCommand(folder, ['s.zarr/'], 'my-project')).toBe(
      'gcloud storage cp -r --billing-project=my-project gs://leap-scratch/ann/s.zarr .'
    );
  });

  it.each([
    'a b',
    '$(id)',
    '`id`',
    "it's",
    '"x"',
    '-rf',
    'a;b',
    'a\tb',
    '~',
    '\\',
    '\u202ex'
  ])('B17 is one word of the shell for %j', name => {
    const line = copyCommand(folder, [name], null);
    const { stdout } = spawnSync(
      'bash',
      ['-c', `gcloud() { printf '%s\\0' "$@"; }; ${line}`],
      { encoding: 'utf8' }
    );
    expect(stdout.split('\0').slice(0, -1)).toEqual([
      'storage',
      'cp',
      `gs://leap-scratch/ann/${name}`,
      '.'
    ]);
  });

  it('takes no wildcard for more than itself', () => {
    expect(copyCommand(folder, ['a*[1]?.nc'], null)).toContain(
      'a[*][[]1][?].nc'
    );
  });
});
