import { PathExt } from '@jupyterlab/coreutils';
import fc from 'fast-check';
import {
  drivePath,
  readDrivePath
} from '../../../../../src/lab/panels/buckets/drive/drive-path';

/** What JupyterLab's contents manager does with a path before a drive sees it. */
function asJupyterLab(path: string): string {
  const [first = '', ...rest] = path.split('/');
  return PathExt.join(first.split(':').slice(1).join(':'), ...rest);
}

describe('drivePath', () => {
  it('leaves an ordinary name as it is', () => {
    expect(drivePath({ bucket: 'leap-scratch', name: 'ann/run 3.csv' })).toBe(
      'gs:leap-scratch/ann/run 3.csv'
    );
  });

  it.each([
    ['B01', '../x'],
    ['B02', 'a/../../x'],
    ['B03', 'a/./x'],
    ['B04', 'a//b'],
    ['B04', 'a///b'],
    ['B05', '/x'],
    ['B05', '//x'],
    ['B06', 'a/'],
    ['B06', 'a.csv//'],
    ['B06', '/'],
    ['B08', '%2e%2e%2f%252e'],
    ['B11', 'a\tb\u009f'],
    ['B12', '\u202egnp.exe'],
    ['B13', 'e\u0301'],
    ['B17', '#?*[] +&\'"`$(x) :'],
    ['B17', 'a\\b'],
    ['', '🌊/𝔸']
  ])('%s comes back from JupyterLab as the name it was: %j', (_, name) => {
    const path = drivePath({ bucket: 'b-1', name });
    expect(readDrivePath(asJupyterLab(path))).toEqual({ bucket: 'b-1', name });
  });

  it('comes back for every name that an object can have', () => {
    const part = fc.oneof(
      fc.constantFrom('', '.', '..', '%', '%2F', 'a', ':'),
      fc.string({ unit: 'binary', maxLength: 5 })
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), parts => {
        const name = parts.join('/');
        fc.pre(name !== '');
        const path = drivePath({ bucket: 'b-1', name });
        expect(readDrivePath(asJupyterLab(path)).name).toBe(name);
      }),
      { numRuns: 5000 }
    );
  });

  it('B12 hides nothing in the title of a tab', () => {
    const path = drivePath({ bucket: 'b-1', name: 'a\u202eb\u200b\u2028.csv' });
    expect(path).toBe('gs:b-1/a%E2%80%AEb%E2%80%8B%E2%80%A8.csv');
  });
});
